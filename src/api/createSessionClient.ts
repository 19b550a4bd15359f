import { UploadError } from '../shared/UploadError.js';
import type { Album, AlbumDraft, UploadOptions } from './contract.js';
import { sourceValue } from './partFile.js';
import { readAlbum } from './readAlbum.js';
import { readImage } from './readReply.js';
import { isRecord } from './replySchemas.js';
import { requestReply } from './requestReply.js';
import { SEND_TIMEOUTS, type SendTimeouts } from './send.js';
import { sendUpload } from './sendUpload.js';
import { toForm } from './toForm.js';
import type { UploadClient } from './UploadClient.js';
import { uploadFields } from './uploadFields.js';

/** Where the host is, and the token of its page. */
export interface SessionClientOptions {
  /** The host's own address, without a slash at its end. Default: the page's own origin. */
  readonly baseUrl?: string;
  /** The `auth_token` of the host's pages; asked for each request, since it ends with the session. */
  readonly getAuthToken: () => string | Promise<string>;
  /** What the host does with a re-send. Default `mayDuplicate`. */
  readonly resend?: Exclude<UploadClient['resend'], 'idempotent'>;
  /** For lines that are slower than usual. */
  readonly timeouts?: Partial<SendTimeouts>;
}

type Fields = (readonly [name: string, value: string | File])[];

/** A client of `/json`, for pages on the host's own origin: the session's cookie goes along. The host cannot list albums. */
export function createSessionClient({ baseUrl = '', getAuthToken, resend = 'mayDuplicate', timeouts }: SessionClientOptions): UploadClient {
  const url = `${baseUrl}/json`;
  const formOf = async (action: string, fields: Fields): Promise<FormData> =>
    toForm([['auth_token', await getAuthToken()], ['action', action], ...fields]);
  const ask = async <T extends object>(
    action: string,
    fields: Fields,
    read: (reply: unknown) => T | null,
    signal: AbortSignal,
  ): Promise<T> => {
    signal.throwIfAborted();
    return requestReply(url, { method: 'POST', body: await formOf(action, fields) }, read, signal);
  };
  const file = async (action: string, fields: Fields, signal: AbortSignal): Promise<Album> => {
    const album = await ask(action, [['type', 'images'], ...fields], readFiled(new URL(url, globalThis.location?.href).href), signal);
    if ('isMissing' in album) throw new UploadError('option.refused', { option: 'album_id', hostMessage: '' });
    return album;
  };
  return {
    identity: `session ${url}`,
    resend,
    async upload(source, options, call) {
      call.signal.throwIfAborted();
      const body = await formOf('upload', [['type', source.kind], ...uploadFields(options), ['source', sourceValue(source)]]);
      return sendUpload({ url, headers: {}, body, source, timeouts: { ...SEND_TIMEOUTS, ...timeouts } }, call);
    },
    createAlbum: (draft, imageIds, signal) => file('create-album', [...draftFields(draft), ...idFields(imageIds)], signal),
    moveToAlbum: (albumId, imageIds, signal) =>
      file('move', [['album[new]', 'false'], ['album[id]', albumId], ...idFields(imageIds)], signal),
    async deleteImage(imageId, signal) {
      await ask(
        'delete',
        [
          ['delete', 'image'],
          ['single', 'true'],
          ['deleting[id]', imageId],
        ],
        readDone,
        signal,
      );
    },
    editImage: (imageId, options, signal) =>
      ask('edit', [['edit', 'image'], ['editing[id]', imageId], ...editFields(options)], readImage, signal),
  };
}

const idFields = (imageIds: readonly string[]): Fields => imageIds.map((id) => ['album[ids][]', id]);

function draftFields({ name, description, privacy, password, parentId }: AlbumDraft): Fields {
  const fields: Fields = [
    ['album[new]', 'true'],
    ['album[name]', name],
    // The host fails without it, even when it is empty.
    ['album[description]', description],
    ['album[privacy]', privacy],
  ];
  if (password) fields.push(['album[password]', password]);
  if (parentId) fields.push(['album[parent_id]', parentId]);
  return fields;
}

/** Tags that are left out are cleared by the host, whatever the rest says. */
const editFields = (options: UploadOptions): Fields => uploadFields(options).map(([name, value]) => [`editing[${name}]`, value]);

const readDone = (reply: unknown): object | null => (isRecord(reply) && isRecord(reply['success']) ? reply['success'] : null);

/** The host answers 200 for an album that is not there, with an album that has no id. */
const readFiled =
  (base: string) =>
  (reply: unknown): Album | { readonly isMissing: true } | null =>
    readAlbum(base)(reply) ?? (isRecord(reply) && isRecord(reply['album']) ? { isMissing: true } : null);
