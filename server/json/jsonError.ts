import type { Context } from 'hono';
import type { ApiError } from '../apiError.js';
import { requestIdOf, type ServerEnv } from '../http/serverEnv.js';

/** Hosts hide the reason of everything that they did not mean to say: the caller gets an incident's id, by which it stands in the log. */
const isHidden = ({ code }: ApiError): boolean => typeof code !== 'number' || code === 0 || code >= 600;

/** `/json` answers every error with the status 500 and the code in the message. */
export function jsonError(c: Context<ServerEnv>, error: ApiError): Response {
  const id = requestIdOf(c);
  const message = isHidden(error) ? `⭕️ Something went wrong • Incident ID:${id}` : `${error.message} [Code: ${error.code}]`;
  const time = `${new Date(c.var.server.now()).toISOString().slice(0, 19)}+00:00`;
  const body = { status_code: 500, error: { message, type: 'Exception', time, code: error.code, id }, status_txt: 'Internal Server Error' };
  return c.json(body, 500, { 'Cache-Control': 'no-store, no-cache, must-revalidate' });
}
