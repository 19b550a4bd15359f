import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import type { KeptAnswer } from './answerStore.js';
import { readCapped } from './readCapped.js';
import { isRedirected, streamInit } from './streamInit.js';
import { toOutgoing, type Outgoing } from './toOutgoing.js';
import type { UploadFields } from './uploadFields.js';
import { upstreamHeaders } from './upstreamHeaders.js';

/** An answer longer than this is none of this API. */
const MAX_ANSWER_BYTES = 1_000_000;
const NO_ANSWER = 'The host took the file and gave no answer';

export interface RelayWith {
  /** Options that win over the browser's. */
  readonly fixed: UploadFields;
  readonly idempotencyKey: string | null;
  /** Aborted when the browser sends the same again. */
  readonly repeated: AbortSignal;
}

/**
 * Sends the browser's body on to the host and gives its answer. Until the last byte a browser that vanishes stops it, or that sends the same again,
 * since then it has given this connection up; after it the answer is awaited all the same, so that a repeat can be given it.
 *
 * @throws GatewayError when the request is not one, when the body breaks off or is too long, and 502 when the host cannot be reached
 */
export async function relayUpload(
  request: Request,
  options: GatewayOptions,
  { fixed, idempotencyKey, repeated }: RelayWith,
): Promise<KeptAnswer> {
  const outgoing = await toOutgoing(request, options, fixed);
  const headers = upstreamHeaders(request, options);
  headers.set('Content-Type', outgoing.contentType);
  headers.set('Content-Length', String(outgoing.lengthBytes));
  if (idempotencyKey !== null) headers.set('Idempotency-Key', idempotencyKey);
  const controller = new AbortController();
  const onGivenUp = (): void => {
    if (!outgoing.isSent()) controller.abort();
  };
  const givenUp = AbortSignal.any([request.signal, repeated]);
  if (givenUp.aborted) onGivenUp();
  givenUp.addEventListener('abort', onGivenUp);
  try {
    return await send(headers, outgoing, options, controller.signal);
  } catch (thrown) {
    if (repeated.aborted && controller.signal.aborted) throw new GatewayError(408, 'The body did not come to its end');
    if (isRedirected(thrown)) throw new GatewayError(502, 'The host answered from another address');
    throw outgoing.failure() ?? new GatewayError(502, outgoing.isSent() ? NO_ANSWER : 'The host cannot be reached');
  } finally {
    givenUp.removeEventListener('abort', onGivenUp);
  }
}

async function send(headers: Headers, outgoing: Outgoing, options: GatewayOptions, signal: AbortSignal): Promise<KeptAnswer> {
  const answer = await fetch(new URL('/api/1/upload', options.upstream), {
    method: 'POST',
    headers,
    signal,
    ...streamInit(outgoing.body, outgoing.lengthBytes),
  });
  const body = await readCapped(answer.body, MAX_ANSWER_BYTES);
  if (body === null) throw new GatewayError(502, NO_ANSWER);
  const retryAfter = answer.headers.get('retry-after');
  return {
    status: isAnswer(answer.status) ? answer.status : 502,
    contentType: answer.headers.get('content-type') ?? 'text/plain',
    // Hosts dump requests when they fail inside.
    body: body.replaceAll(options.apiKey, '…'),
    ...(retryAfter !== null && { retryAfter }),
  };
}

/** Statuses that have no body, lead the browser elsewhere, or are none, are no answer to an upload. */
const isAnswer = (status: number): boolean =>
  status >= 200 && status <= 599 && Math.floor(status / 100) !== 3 && ![204, 205].includes(status);
