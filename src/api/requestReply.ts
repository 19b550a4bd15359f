import { isOffline } from '../shared/connection.js';
import { createCountdown } from '../shared/countdown.js';
import { UploadError, type AnyUploadError, isUploadError } from '../shared/UploadError.js';
import { MAX_ANSWER_CHARS, readReply } from './readReply.js';

/** Questions are small; their answers come soon or not at all. */
const ANSWER_MS = 30_000;

/**
 * Asks something small and reads the answer.
 *
 * @throws {UploadError} with the same codes as an upload
 * @throws `signal.reason` when aborted; if it was aborted before the call, nothing is sent
 */
export async function requestReply<T extends object>(
  url: string,
  init: Omit<RequestInit, 'signal'>,
  read: (reply: unknown) => T | null,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const onAbort = (): void => controller.abort(signal.reason);
  const countdown = createCountdown(() => controller.abort(noAnswer()));
  signal.addEventListener('abort', onAbort, { once: true });
  countdown.restart(ANSWER_MS);
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    const text = await readText(response);
    const { status, redirected: isRedirected } = response;
    const reply = readReply({ status, text, isRedirected, retryAfter: response.headers.get('Retry-After'), isBodySent: true }, read);
    if (isUploadError(reply)) throw reply;
    return reply;
  } catch (thrown) {
    if (controller.signal.aborted) throw controller.signal.reason;
    throw isUploadError(thrown) ? thrown : lost(init.method === 'POST');
  } finally {
    countdown.stop();
    signal.removeEventListener('abort', onAbort);
  }
}

/** @throws {UploadError} `host.badReply` when it does not end */
async function readText({ body, status }: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length <= MAX_ANSWER_CHARS) continue;
    await reader?.cancel();
    throw new UploadError('host.badReply', { status, hint: 'endless' });
  }
  return text + decoder.decode();
}

const noAnswer = (): AnyUploadError => new UploadError('network.noAnswer', { waitedMs: ANSWER_MS });

/** A question may be asked again; something that was to be done may be done already. */
function lost(isDoing: boolean): AnyUploadError {
  if (isOffline()) return new UploadError('network.offline', {});
  return isDoing
    ? new UploadError('network.answerLost', { status: null })
    : new UploadError('network.lost', { sentBytes: 0, sizeBytes: 0 });
}
