import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type ApiError, toApiError } from '../apiError.js';
import type { ServerContext } from '../context.js';

export interface ServerEnv {
  Bindings: HttpBindings;
  Variables: { server: ServerContext };
}

const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** The server's address as the caller sees it: the settings' own, else by the Host header. The gateway of the same process hands on the Host it was called by. */
export function baseOf(c: Context<ServerEnv>): string {
  const { publicUrl } = c.var.server.settings;
  if (publicUrl !== null) return publicUrl;
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host') ?? '';
  const scheme = c.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}`;
}

export const addressOf = (c: Context<ServerEnv>): string => c.var.server.visitors.addressOf(c.env.incoming);

/** The id that stands in the log and in the answer's `X-Request-Id`. */
export const requestIdOf = (c: Context<ServerEnv>): string => String(c.env.incoming.headers['x-request-id'] ?? '');

/** What the caller may read of anything thrown while his request was answered. */
export const refusalOf = (c: Context<ServerEnv>, thrown: unknown): ApiError => toApiError(thrown, c.var.server.log, requestIdOf(c));
