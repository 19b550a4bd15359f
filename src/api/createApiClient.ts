import { durationSeconds } from '../shared/durationSeconds.js';
import type { UploadOptions } from './contract.js';
import { sourceValue } from './partFile.js';
import { readLimits } from './readLimits.js';
import { requestReply } from './requestReply.js';
import { SEND_TIMEOUTS, type SendTimeouts } from './send.js';
import { sendUpload } from './sendUpload.js';
import { toForm } from './toForm.js';
import type { UploadClient, UploadSource } from './UploadClient.js';
import { uploadFields } from './uploadFields.js';
import { warnAboutKey } from './warnAboutKey.js';

/** Where the host is, and the key to it. */
export interface ApiClientOptions {
  /** The whole address, `https://host.example/api/1/upload`. Without a slash at its end, since hosts redirect that, and a redirect loses the body. */
  readonly endpoint: string;
  /** Headers for each request, such as a visitor's own token. */
  readonly getHeaders?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Sent as the field `key`, for hosts that take no header. Everybody who opens the page can read it: rather use a gateway. */
  readonly key?: string;
  /** How the host names its parameters. Default `chevereto`. */
  readonly flavor?: 'chevereto' | 'imgbb';
  /** What the host does with a re-send. Default `mayDuplicate`; with `idempotent` an `Idempotency-Key` is sent. */
  readonly resend?: UploadClient['resend'];
  /** Where the host tells its limits, if it does. */
  readonly limitsUrl?: string;
  /** For lines that are slower than usual. */
  readonly timeouts?: Partial<SendTimeouts>;
}

/** ImgBB's range of `expiration`. */
const IMGBB_SECONDS = { min: 60, max: 15_552_000 };

/** A client of the upload API V1.1 itself, for hosts that let other origins call them. */
export function createApiClient(options: ApiClientOptions): UploadClient {
  const { endpoint, getHeaders, key, flavor = 'chevereto', resend = 'mayDuplicate', limitsUrl, timeouts } = options;
  const fieldsOf = flavor === 'imgbb' ? imgbbFields : v11Fields;
  const headersOf = async (): Promise<Record<string, string>> => {
    const headers = { ...(await getHeaders?.()) };
    warnAboutKey(key, headers);
    return headers;
  };
  return {
    identity: `api ${endpoint}`,
    resend,
    async upload(source, uploadOptions, call) {
      call.signal.throwIfAborted();
      const headers = await headersOf();
      if (resend === 'idempotent') headers['Idempotency-Key'] = call.idempotencyKey;
      const body = toForm([...(key ? [['key', key] as const] : []), ...fieldsOf(source, uploadOptions)]);
      return sendUpload({ url: endpoint, headers, body, source, timeouts: { ...SEND_TIMEOUTS, ...timeouts } }, call);
    },
    ...(limitsUrl !== undefined && {
      limits: async (signal: AbortSignal) => requestReply(limitsUrl, { headers: await headersOf() }, readLimits, signal),
    }),
  };
}

type Fields = (readonly [name: string, value: string | File])[];

const v11Fields = (source: UploadSource, options: UploadOptions): Fields => [...uploadFields(options), ['source', sourceValue(source)]];

/** ImgBB knows a name and an expiration in seconds, nothing else. */
function imgbbFields(source: UploadSource, { title, expiration }: UploadOptions): Fields {
  const seconds = expiration ? durationSeconds(expiration) : null;
  const fields: Fields = [];
  if (title) fields.push(['name', title]);
  if (seconds !== null) fields.push(['expiration', String(Math.min(IMGBB_SECONDS.max, Math.max(IMGBB_SECONDS.min, seconds)))]);
  return [...fields, ['image', sourceValue(source)]];
}
