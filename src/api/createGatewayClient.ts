import type { AlbumDraft } from './contract.js';
import { partType, sourceValue } from './partFile.js';
import { readAlbum, readAlbums } from './readAlbum.js';
import { readLimits } from './readLimits.js';
import { requestReply } from './requestReply.js';
import { SEND_TIMEOUTS, type SendTimeouts } from './send.js';
import { sendUpload } from './sendUpload.js';
import { toForm } from './toForm.js';
import { uploadFields } from './uploadFields.js';
import type { UploadClient } from './UploadClient.js';

/** Where the gateway is, and what it can do. */
export interface GatewayClientOptions {
  /** Where the gateway answers, without a slash at its end. Default `/gateway`. */
  readonly baseUrl?: string;
  /**
   * Whether this gateway was given a way to albums; `unlisted` where it makes and fills them but has no list of them. Default false: the widget then
   * shows none.
   */
  readonly albums?: boolean | 'unlisted';
  /** Names the person to the cache of limits and albums, where one page serves several; never a secret. */
  readonly account?: string;
  /** For lines that are slower than usual. */
  readonly timeouts?: Partial<SendTimeouts>;
}

/** Servers and proxies take 8 KB of address at least. */
const MAX_QUERY_CHARS = 6_000;

/**
 * A client of `dropline/gateway`: the raw file with its options in the query; the key stays with the gateway. A re-send gives the first answer, since the gateway
 * keeps it by its `Idempotency-Key`.
 */
export function createGatewayClient({
  baseUrl = '/gateway',
  albums = false,
  account = '',
  timeouts,
}: GatewayClientOptions = {}): UploadClient {
  const postJson = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const albumsUrl = `${baseUrl}/albums`;
  return {
    identity: `gateway ${baseUrl} ${account}`.trimEnd(),
    resend: 'idempotent',
    formAction: `${baseUrl}/upload`,
    upload(source, options, call) {
      const sending = { source, timeouts: { ...SEND_TIMEOUTS, ...timeouts } };
      const headers = { 'Idempotency-Key': call.idempotencyKey };
      const fields = uploadFields(options);
      if (source.kind === 'file') {
        const query = new URLSearchParams([['name', source.name], ...fields]).toString();
        const rawHeaders = { ...headers, 'Content-Type': partType(source) };
        if (query.length <= MAX_QUERY_CHARS)
          return sendUpload({ ...sending, url: `${baseUrl}/upload?${query}`, headers: rawHeaders, body: source.blob }, call);
      }
      // An address that the host fetches, or words too long for a query: the plain V1.1 form passes through the gateway.
      const body = toForm([...fields, ['source', sourceValue(source)]]);
      return sendUpload({ ...sending, url: `${baseUrl}/upload`, headers, body }, call);
    },
    limits: (signal) => requestReply(`${baseUrl}/limits`, {}, readLimits, signal),
    ...(albums === true && { listAlbums: (signal: AbortSignal) => requestReply(albumsUrl, {}, readAlbums(), signal) }),
    ...(albums !== false && {
      createAlbum: (draft: AlbumDraft, imageIds: readonly string[], signal: AbortSignal) =>
        requestReply(albumsUrl, postJson({ ...draft, imageIds }), readAlbum(), signal),
      moveToAlbum: (albumId: string, imageIds: readonly string[], signal: AbortSignal) =>
        requestReply(`${albumsUrl}/${encodeURIComponent(albumId)}/images`, postJson({ imageIds }), readAlbum(), signal),
    }),
  };
}
