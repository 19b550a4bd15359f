import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import { framed, type MeteredBody } from './meter.js';
import { frameFields, frameUpload, newBoundary } from './multipart.js';
import { readFields, type UploadFields } from './uploadFields.js';

/** The body for the host: a V1.1 multipart of known length. */
export interface Outgoing extends MeteredBody {
  readonly contentType: string;
  readonly lengthBytes: number;
}

/** What a form may hold beside its file. */
const FORM_SPARE_BYTES = 65_536;

/** What browsers use as a boundary, and nothing that would have to be quoted. */
const FORM_TYPE = /^multipart\/form-data; ?boundary=([\w-]{8,70})$/i;

/** @throws GatewayError when the request holds no file of known length, or one that is too long */
export async function toOutgoing(request: Request, options: GatewayOptions, fixed: UploadFields): Promise<Outgoing> {
  const { body } = request;
  if (!body) throw new GatewayError(400, 'Empty upload source');
  const lengthBytes = lengthOf(request);
  const contentType = request.headers.get('content-type') ?? '';
  const isForm = /^multipart\/form-data\b/i.test(contentType);
  const maxBytes = (options.maxBytes ?? Infinity) + (isForm ? FORM_SPARE_BYTES : 0);
  if (lengthBytes > maxBytes) throw tooBig(options);
  const incoming: Incoming = { body, contentType, lengthBytes, maxBytes, tooBig: tooBig(options) };
  return isForm ? fromForm(incoming, fixed) : fromFile(incoming, new URL(request.url).searchParams, fixed);
}

interface Incoming {
  readonly body: ReadableStream<Uint8Array>;
  readonly contentType: string;
  readonly lengthBytes: number;
  readonly maxBytes: number;
  readonly tooBig: GatewayError;
}

function fromFile(incoming: Incoming, query: URLSearchParams, fixed: UploadFields): Outgoing {
  const file = { name: query.get('name') ?? 'upload', mimeType: incoming.contentType.split(';')[0]?.trim() ?? '' };
  const frame = frameUpload({ ...readFields(query), ...fixed }, file, newBoundary());
  return outgoingOf(incoming, frame);
}

/** The form of a page without JavaScript is a V1.1 upload already; the header's key wins over any it holds, and so must the fixed options. */
async function fromForm(incoming: Incoming, fixed: UploadFields): Promise<Outgoing> {
  const { contentType, body } = incoming;
  const names = new Set(Object.keys(fixed));
  if (names.size === 0) return outgoingOf(incoming, { contentType, before: NOTHING, after: NOTHING });
  const boundary = FORM_TYPE.exec(contentType)?.[1];
  if (boundary === undefined) throw new GatewayError(400, 'The form could not be read');
  const { overwriteParts } = await import('./overwriteParts.js');
  const frame = { contentType: `multipart/form-data; boundary=${boundary}`, before: frameFields(fixed, boundary), after: NOTHING };
  return outgoingOf({ ...incoming, body: overwriteParts(body, boundary, names) }, frame);
}

const NOTHING = new Uint8Array();

interface Frame {
  readonly contentType: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

function outgoingOf({ body, lengthBytes, maxBytes, tooBig: failure }: Incoming, { contentType, before, after }: Frame): Outgoing {
  const metered = framed(body, { before, after, lengthBytes, maxBytes, tooBig: failure });
  return { ...metered, contentType, lengthBytes: before.length + lengthBytes + after.length };
}

const tooBig = ({ maxBytes }: GatewayOptions): GatewayError => new GatewayError(413, `File too big - max ${maxBytes} bytes`);

/** Many hosts take no body of unknown length, and none may promise to be longer than it is. */
function lengthOf(request: Request): number {
  const length = request.headers.get('content-length');
  if (length === null || !/^\d{1,15}$/.test(length)) throw new GatewayError(411, 'The length of the upload must be given');
  if (length === '0') throw new GatewayError(400, 'Empty upload source');
  return Number(length);
}
