import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { ApiError } from '../apiError.js';
import { fetchUrl } from '../fetching/fetchUrl.js';
import { randomHex } from '../tokens.js';
import { refuseFlood } from '../upload/limits.js';
import type { Uploader } from '../upload/Uploader.js';
import { type Form, type SentFile, tooBig } from './readForm.js';
import type { ServerEnv } from './serverEnv.js';

export interface Source {
  readonly file: SentFile;
  readonly declaredMime: string | null;
}

/**
 * The file of a form: the part `source`, or base64 or an address in the field `source` or `image` (ImgBB).
 *
 * @throws {ApiError} 120, 130, 400 or 403 when there is none, or not in a way that is taken
 */
export async function sourceOf(c: Context<ServerEnv>, form: Form, uploader: Uploader): Promise<Source> {
  if (form.file) return { file: form.file, declaredMime: form.file.mimeType };
  const text = form.value('source') ?? form.value('image');
  if (text === null) throw new ApiError(130, 'Empty upload source');
  if (text.trim() === '') throw new ApiError(130, 'Empty source');
  if (isUrl(text)) return sourceAt(c, text.trim(), uploader);
  if (c.req.method !== 'POST') throw new ApiError(130, 'Upload using base64 source must be done using POST method.');
  return { file: await decodeBase64(c, text), declaredMime: null };
}

/** With whatever scheme: which of them are fetched is decided there. */
const isUrl = (text: string): boolean => /^\s*[a-z][a-z\d+.-]*:\/\//i.test(text.slice(0, 100));

async function sourceAt(c: Context<ServerEnv>, url: string, uploader: Uploader): Promise<Source> {
  const { db, settings, temporaryFolder, closing } = c.var.server;
  if (!settings.urlUploads) throw new ApiError(403, 'URL uploading is disabled');
  // Whoever may send nothing more has nothing fetched either.
  await refuseFlood(c.var.server, db, uploader);
  const options = { temporaryFolder, maxFileBytes: settings.maxBytes, networks: settings.urlUploadNetworks, signal: closing };
  // What another site declares says nothing of what somebody wants here: the bytes alone decide.
  return { file: await fetchUrl(url, options), declaredMime: null };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Line breaks may stand in it; its padding has to. A space would be a `+` that was sent unencoded. */
async function decodeBase64(c: Context<ServerEnv>, text: string): Promise<SentFile> {
  const compact = text.trim().replace(/[\r\n\t]/g, '');
  if (!isBase64(compact)) throw new ApiError(120, 'Invalid base64 string');
  const bytes = Buffer.from(compact, 'base64');
  const { settings, temporaryFolder } = c.var.server;
  if (bytes.length > settings.maxBytes) throw tooBig(settings.maxBytes);
  const path = join(temporaryFolder, randomHex(16));
  await writeFile(path, bytes, { flag: 'wx' });
  return { path, name: randomHex(6), mimeType: '', sizeBytes: bytes.length, md5: createHash('md5').update(bytes).digest('hex') };
}

/** Piece by piece: one expression over many megabytes would overflow its stack. */
function isBase64(text: string): boolean {
  const PIECE = 65_536;
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = text.slice(at, at + PIECE);
    if (!BASE64.test(piece) || (piece.includes('=') && at + PIECE < text.length)) return false;
  }
  return true;
}

/** The received file, if it was not used after all. */
export const removeSent = async (form: Form): Promise<void> => {
  if (form.file) await rm(form.file.path, { force: true });
};
