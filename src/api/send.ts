import { isOffline } from '../shared/connection.js';
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

/** How long a silence may be, in milliseconds. */
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
    const listening = new AbortController();
    const progress = createProgress(file?.size ?? 0, request.onSentBytes);

    const settle = (): void => {
      countdown.stop();
      signal.removeEventListener('abort', onAbort);
      listening.abort();
    };
    const stop = (reason: unknown): void => {
      settle();
      xhr.abort();
      reject(reason);
    };
    const onAbort = (): void => stop(signal.reason);
    const countdown = createCountdown(() => stop(timeoutOf(timeouts, progress.isBodySent())));
    const until = { signal: listening.signal };

    const onLeft = ({ loaded, total }: ProgressEvent): void => {
      countdown.restart(loaded >= total ? timeouts.answerMs : timeouts.stallMs);
      // After the countdown: who hears of it may abort.
      progress.report(loaded, total);
    };
    // Not every browser fires `load` when the last byte leaves: some only when the answer begins. So `progress` is believed too.
    xhr.upload.addEventListener('progress', onLeft, until);
    xhr.upload.addEventListener('load', onLeft, until);
    const onAnswering = (): void => {
      if (xhr.responseText.length > MAX_ANSWER_CHARS) stop(new UploadError('host.badReply', { status: xhr.status, hint: 'endless' }));
    };
    xhr.addEventListener('progress', onAnswering, until);
    const onAnswered = (): void => {
      settle();
      resolve(answerOf(xhr, request.url, progress.isBodySent()));
    };
    xhr.addEventListener('load', onAnswered, until);
    const onError = (): void => {
      settle();
      void whyLost(file, progress).then((error) => reject(signal.aborted ? signal.reason : error));
    };
    xhr.addEventListener('error', onError, until);
    xhr.open('POST', request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    // Last, since a header that is none throws.
    signal.addEventListener('abort', onAbort, { once: true });
    countdown.restart(timeouts.stallMs);
    xhr.send(request.body);
  });
}

interface Progress {
  report(loaded: number, total: number): void;
  sentBytes(): number;
  isBodySent(): boolean;
}

/** Turns the bytes of a body into those of the file in it; the multipart's frame is spread over the file. */
function createProgress(sizeBytes: number, onSentBytes: (bytes: number) => void): Progress {
  let sentBytes = 0;
  let isBodySent = false;
  return {
    report(loaded, total) {
      isBodySent ||= loaded >= total;
      // Rounded down, so that the whole size comes with the body's last byte only.
      const bytes = isBodySent ? sizeBytes : Math.floor((loaded / total) * sizeBytes);
      if (bytes <= sentBytes) return;
      sentBytes = bytes;
      onSentBytes(bytes);
    },
    sentBytes: () => sentBytes,
    isBodySent: () => isBodySent,
  };
}

const timeoutOf = ({ answerMs, stallMs }: SendTimeouts, isBodySent: boolean): AnyUploadError =>
  isBodySent ? new UploadError('network.noAnswer', { waitedMs: answerMs }) : new UploadError('network.stalled', { stalledMs: stallMs });

const answerOf = (xhr: XMLHttpRequest, url: string, isBodySent: boolean): Answer => ({
  status: xhr.status,
  text: xhr.responseText,
  retryAfter: xhr.getResponseHeader('Retry-After'),
  isRedirected: xhr.responseURL !== '' && xhr.responseURL !== url && xhr.responseURL !== withoutHash(url),
  isBodySent,
});

/** As the browser names an answer's address. */
const withoutHash = (url: string): string | undefined => new URL(url, location.href).href.split('#')[0];

/** The browser says only that it failed; what was before tells why. */
async function whyLost(file: Blob | null, progress: Progress): Promise<AnyUploadError> {
  if (progress.isBodySent()) return new UploadError('network.answerLost', { status: null });
  if (file && !(await isReadable(file))) return new UploadError('file.unreadable', { hostMessage: '' });
  if (isOffline()) return new UploadError('network.offline', {});
  return new UploadError('network.lost', { sentBytes: progress.sentBytes(), sizeBytes: file?.size ?? 0 });
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
