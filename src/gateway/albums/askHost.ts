import { GatewayError } from '../GatewayError.js';
import { parseJson, readCapped } from '../readCapped.js';

const MAX_ANSWER_BYTES = 2_000_000;
const ANSWER_MS = 10_000;
const MAX_MESSAGE_CHARACTERS = 300;
const MAIL_ADDRESS = /[^\s@<>"']+@[^\s@<>"']+/g;

/** One small call, which follows no redirect. Its caller reads the body. */
export const callHost = (url: URL, init: RequestInit): Promise<Response> =>
  fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });

/** What the host said as JSON; undefined when it was no JSON. */
export interface HostReply {
  readonly status: number;
  readonly json: unknown;
}

/** @throws GatewayError 502 when there is no answer; of a `POST` nobody knows then whether it was done */
export async function askHost(url: URL, init: RequestInit): Promise<HostReply> {
  try {
    const answer = await callHost(url, init);
    return { status: answer.status, json: parseJson(await readCapped(answer.body, MAX_ANSWER_BYTES)) };
  } catch {
    throw new GatewayError(502, init.method === 'POST' ? 'The host gave no answer' : 'The host cannot be reached');
  }
}

/** The `error` of an answer; null when there is none. */
export function errorIn(json: unknown): { readonly message: string; readonly code: number | null } | null {
  if (typeof json !== 'object' || json === null || !('error' in json)) return null;
  const { message, code } = (json.error ?? {}) as { message?: unknown; code?: unknown };
  return { message: typeof message === 'string' ? message : '', code: typeof code === 'number' ? code : null };
}

/**
 * A host's refusal without anything but its first line and its code: it echoes the request, token and password included.
 *
 * @param secrets what must not be in it whatever the host says
 */
export function refusalOf({ status, json }: HostReply, secrets: readonly string[]): GatewayError {
  const isRefusal = status >= 400 && status <= 599;
  const { message, code } = errorIn(json) ?? { message: '', code: null };
  const [line = ''] = message.split('\n', 1);
  const withoutSecrets = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), line);
  const shown = withoutSecrets.replace(MAIL_ADDRESS, '…').slice(0, MAX_MESSAGE_CHARACTERS);
  return new GatewayError(isRefusal ? status : 502, shown || 'The host gave no album', {}, code ?? undefined);
}
