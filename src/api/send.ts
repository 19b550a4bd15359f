import { createCountdown } from '../shared/countdown.js';
import { type AnyUploadError, UploadError } from '../shared/UploadError.js';
import { type Answer, MAX_ANSWER_CHARS } from './readReply.js';

export interface SendRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob | FormData;
  /** The file inside the body, which may be all of it; null when nothing but fields is sent. */
  readonly file: Blob | null;
  /** Bytes of the file handed to the network so far. The whole size is reported once, when the last byte of the body has left. */
  readonly onSentBytes: (sentBytes: number) => void;
  readonly signal: AbortSignal;
  readonly timeouts: SendTimeouts;
}

export interface SendTimeouts {
  /** Without a byte leaving. */
  readonly stallMs: number;
  /** From the last byte to the end of the answer. "Left" is handed to the system, which may hold megabytes for a slow line, so be generous. */
  readonly answerMs: number;
}

export const SEND_TIMEOUTS: SendTimeouts = { stallMs: 45_000, answerMs: 240_000 };

/**
 * Posts one body and reports the file's bytes as they leave. The only XMLHttpRequest: `fetch` cannot report them. Sending again is the caller's business.
 *
 * @returns any HTTP answer, also 4xx and 5xx
 * @throws {UploadError} `network.*`, `file.unreadable` where the browser could no longer read it, `host.badReply` for an endless answer
 * @throws `signal.reason` when aborted; if it was aborted before the call, nothing is sent
 */
export function send(request: SendRequest): Promise<Answer> {
  const { signal, timeouts, file } = request;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const xhr = new XMLHttpRequest();
    const sizeBytes = file?.size ?? 0;
    let sentBytes = 0;
    let isBodySent = false;

    const settle = (): void => {
      countdown.stop();
      signal.removeEventListener('abort', onAbort);
      xhr.onload = xhr.onerror = xhr.onabort = xhr.onprogress = null;
      xhr.upload.onprogress = xhr.upload.onload = null;
    };
    const stop = (reason: unknown): void => {
      settle();
      xhr.abort();
      reject(reason);
    };
    const onAbort = (): void => stop(signal.reason);
    const countdown = createCountdown(() =>
      stop(
        isBodySent
          ? new UploadError('network.noAnswer', { waitedMs: timeouts.answerMs })
          : new UploadError('network.stalled', { stalledMs: timeouts.stallMs }),
      ),
    );
    const report = (bytes: number): void => {
      if (bytes <= sentBytes) return;
      sentBytes = bytes;
      request.onSentBytes(bytes);
    };

    const onBodySent = (): void => {
      if (isBodySent) return;
      isBodySent = true;
      countdown.restart(timeouts.answerMs);
      report(sizeBytes);
    };

    xhr.upload.onprogress = ({ loaded, total }) => {
      // Not every browser waits with `load` for the last byte only: some fire it when the answer begins.
      if (loaded >= total) return onBodySent();
      countdown.restart(timeouts.stallMs);
      // The multipart's frame is spread over the file; the last byte is kept back until all of the body is gone.
      report(Math.min(sizeBytes - 1, Math.floor((loaded / total) * sizeBytes)));
    };
    xhr.upload.onload = onBodySent;
    xhr.onprogress = () => {
      if (xhr.responseText.length > MAX_ANSWER_CHARS) stop(new UploadError('host.badReply', { status: xhr.status, hint: 'endless' }));
    };
    xhr.onload = () => {
      settle();
      resolve(answerOf(xhr, request.url, isBodySent));
    };
    xhr.onerror = () => {
      settle();
      void whyLost(request, sentBytes, isBodySent).then((error) => reject(signal.aborted ? signal.reason : error));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    xhr.open('POST', request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    countdown.restart(timeouts.stallMs);
    xhr.send(request.body);
  });
}

const answerOf = (xhr: XMLHttpRequest, url: string, isBodySent: boolean): Answer => ({
  status: xhr.status,
  text: xhr.responseText,
  retryAfter: xhr.getResponseHeader('Retry-After'),
  isRedirected: xhr.responseURL !== '' && xhr.responseURL !== new URL(url, location.href).href.split('#')[0],
  isBodySent,
});

/** The browser says only that it failed; what was before it tells why. */
async function whyLost({ file }: SendRequest, sentBytes: number, isBodySent: boolean): Promise<AnyUploadError> {
  if (isBodySent) return new UploadError('network.answerLost', { status: null });
  if (file && !(await isReadable(file))) return new UploadError('file.unreadable', { hostMessage: '' });
  if (!navigator.onLine) return new UploadError('network.offline', {});
  return new UploadError('network.lost', { sentBytes, sizeBytes: file?.size ?? 0 });
}

/** A file that was changed, moved or deleted since it was picked can no longer be read. */
const isReadable = (file: Blob): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
