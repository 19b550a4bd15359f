import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import type { KeptAnswer } from './answerStore.js';
import { framed } from './meter.js';
import { frameUpload, newBoundary } from './multipart.js';
import { readFields, type UploadFields } from './uploadFields.js';

interface Outgoing {
  readonly body: ReadableStream<Uint8Array>;
  readonly contentType: string;
  readonly lengthBytes: number;
  /** Whether the last byte of the browser's body went on. */
  readonly isSent: () => boolean;
  /** Our own reason why the body broke off, if it did. */
  readonly failure: () => GatewayError | null;
}

/** An answer longer than this is none of this API. */
const MAX_ANSWER_CHARACTERS = 2_000_000;

/**
 * Sends the browser's body on to the host and gives its answer. Until the last byte a browser that vanishes stops it; after it the answer is
 * awaited all the same, so that a repeat can be given it.
 *
 * @throws GatewayError when the request is not one, when the body breaks off or is too long, and 502 when the host cannot be reached
 */
export async function relayUpload(request: Request, options: GatewayOptions, fixed: UploadFields): Promise<KeptAnswer> {
  const outgoing = toOutgoing(request, options, fixed);
  const controller = new AbortController();
  const onVanished = (): void => {
    if (!outgoing.isSent()) controller.abort(request.signal.reason);
  };
  request.signal.addEventListener('abort', onVanished);
  try {
    const answer = await fetch(new URL('/api/1/upload', options.upstream), {
      method: 'POST',
      headers: upstreamHeaders(request, options, outgoing),
      body: outgoing.body,
      // A host that redirects an upload would lose its body.
      redirect: 'manual',
      signal: controller.signal,
      duplex: 'half',
    } as RequestInit);
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? 'text/plain',
      body: (await answer.text()).slice(0, MAX_ANSWER_CHARACTERS),
    };
  } catch {
    throw (
      outgoing.failure() ??
      new GatewayError(502, outgoing.isSent() ? 'The host took the file and gave no answer' : 'The host cannot be reached')
    );
  } finally {
    request.signal.removeEventListener('abort', onVanished);
  }
}

function toOutgoing(request: Request, options: GatewayOptions, fixed: UploadFields): Outgoing {
  const { body } = request;
  if (!body) throw new GatewayError(400, 'Empty upload source');
  const lengthBytes = lengthOf(request);
  const maxBytes = options.maxBytes ?? Infinity;
  if (lengthBytes > maxBytes) throw new GatewayError(413, `File too big - max ${maxBytes} bytes`);
  const contentType = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(contentType)) return asIs(body, contentType, lengthBytes, maxBytes);
  const query = new URL(request.url).searchParams;
  const file = { name: query.get('name') ?? 'upload', mimeType: contentType.split(';')[0]?.trim() ?? '' };
  const frame = frameUpload({ ...readFields(query), ...fixed }, file, newBoundary());
  const metered = framed(body, { ...frame, lengthBytes, maxBytes });
  return { ...metered, contentType: frame.contentType, lengthBytes: frame.before.length + lengthBytes + frame.after.length };
}

/** The form of a page without JavaScript is a V1.1 upload already; the header's key wins over any it holds. */
function asIs(body: ReadableStream<Uint8Array>, contentType: string, lengthBytes: number, maxBytes: number): Outgoing {
  const nothing = new Uint8Array();
  return { ...framed(body, { before: nothing, after: nothing, lengthBytes, maxBytes }), contentType, lengthBytes };
}

/** Many hosts take no body of unknown length, and none may promise to be longer than it is. */
function lengthOf(request: Request): number {
  const length = request.headers.get('content-length');
  if (length === null || !/^\d{1,15}$/.test(length)) throw new GatewayError(411, 'The length of the upload must be given');
  if (length === '0') throw new GatewayError(400, 'Empty upload source');
  return Number(length);
}

function upstreamHeaders(
  request: Request,
  { apiKey, forwardHeaders = [] }: GatewayOptions,
  { contentType, lengthBytes }: Outgoing,
): Headers {
  const headers = new Headers({
    'X-API-Key': apiKey,
    'Content-Type': contentType,
    'Content-Length': String(lengthBytes),
    Accept: 'application/json',
  });
  for (const name of ['idempotency-key', ...forwardHeaders]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
