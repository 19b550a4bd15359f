import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ServerContext } from '../context.js';
import { ApiError } from '../apiError.js';
import { type FullImage, insertImage, type StoredFile } from '../db/images.js';
import { reservePaths, removeLoose } from '../db/looseFiles.js';
import type { SentFile } from '../http/readForm.js';
import type { MediaJob } from '../media/MediaJob.js';
import type { PreparedMedia } from '../media/prepareMedia.js';
import { unreadable } from '../media/refusals.js';
import { randomHex } from '../tokens.js';
import { dayFolder } from '../units.js';
import { safeName, titleOf } from './fileName.js';
import { refuseDuplicate, refuseFlood } from './limits.js';
import { chooseAlbum } from './chooseAlbum.js';
import { cutTitle, isTag, type SentOptions } from './readOptions.js';
import type { Uploader } from './Uploader.js';
import type { MediaFormat } from '../../src/shared/mediaFormat.js';
import { durationSeconds } from '../../src/shared/durationSeconds.js';

export interface Upload {
  readonly file: SentFile;
  /** Null where the file came without one, as base64. */
  readonly declaredMime: string | null;
  readonly options: SentOptions;
  readonly uploader: Uploader;
  /** Kept with the image, in its transaction. */
  readonly idempotencyKey: string | null;
  /** The answer to keep for a repeat. */
  readonly answer: (image: FullImage) => unknown;
}

/**
 * Takes one received file to a stored image. Read it top to bottom: it is the journey. The received file is gone afterwards in any case.
 *
 * @throws {ApiError} in the words of the API for everything that is refused
 */
export async function storeUpload(context: ServerContext, upload: Upload): Promise<FullImage> {
  const { file, options, uploader } = upload;
  try {
    await refuseFlood(context, context.db, uploader);
    if (file.sizeBytes === 0) throw unreadable();
    const format = await lookAt(context, { kind: 'sniff', path: file.path, declaredMime: upload.declaredMime });
    if (!context.settings.formats.includes(format))
      throw new ApiError(614, `Disabled image format (${format === 'jpeg' ? 'jpg' : format})`);
    await refuseDuplicate(context, context.db, uploader, file.md5, format);
    const received = { path: file.path, md5: file.md5, format, originalName: file.name, targetWidthPx: options.widthPx };
    const media = await lookAt(context, { kind: 'prepare', received, tools: context.tools });
    return await keep(context, upload, media, format);
  } finally {
    await removeTemporary(file.path);
  }
}

function lookAt<Kind extends MediaJob['kind']>({ media, metrics, log }: ServerContext, job: MediaJob & { kind: Kind }) {
  const fail = (err: Error): void => log.warn({ err, job: job.kind }, 'a file was too much for who looked at it');
  return metrics.mediaWork((begin) => media.run<Kind>(job, { begin, fail }));
}

async function keep(context: ServerContext, upload: Upload, media: PreparedMedia, format: MediaFormat): Promise<FullImage> {
  const nowMs = context.now();
  const folder = dayFolder(shownMs(upload, media, nowMs));
  const name = await reserveName(context, upload.file.name, folder, media);
  const files: StoredFile[] = media.files.map((made) => ({
    path: `${folder}/${name}${made.suffix}`,
    role: made.role,
    mime: made.mimeType,
    size: made.sizeBytes,
    width: made.widthPx,
    height: made.heightPx,
  }));
  const paths = files.map(({ path }) => path);
  try {
    for (const [index, made] of media.files.entries()) await context.storage.take(made.path, paths[index] ?? '');
    return await commit(context, upload, media, { folder, name, files, nowMs, format });
  } catch (thrown) {
    await removeLoose(context.db, context.storage, paths);
    throw thrown;
  }
}

/** The original's name where it is free that day, else with something random behind it, as hosts do. */
async function reserveName(context: ServerContext, originalName: string, folder: string, media: PreparedMedia): Promise<string> {
  const wanted = safeName(originalName);
  for (const name of [wanted, `${wanted}${randomHex(8)}`, randomHex(16)]) {
    const paths = media.files.map(({ suffix }) => `${folder}/${name}${suffix}`);
    if (name !== '' && (await reservePaths(context.db, folder, name, paths))) return name;
  }
  throw new Error('No free name was found.');
}

interface Place {
  readonly folder: string;
  readonly name: string;
  readonly files: readonly StoredFile[];
  readonly nowMs: number;
  /** Of what came. */
  readonly format: MediaFormat;
}

function commit(context: ServerContext, upload: Upload, media: PreparedMedia, place: Place): Promise<FullImage> {
  const { uploader, idempotencyKey } = upload;
  return context.db.transaction().execute(async (transaction) => {
    // Again, since others may have been stored since the first look.
    await refuseFlood(context, transaction, uploader);
    await refuseDuplicate(context, transaction, uploader, upload.file.md5, place.format);
    const albumId = await chooseAlbum(transaction, uploader, upload.options.albumCode);
    const row = { ...describe(context, upload, media, place.nowMs), folder: place.folder, name: place.name, album_id: albumId };
    const image = await insertImage(transaction, row, place.files, tagsOf(upload, media));
    const paths = place.files.map(({ path }) => path);
    await transaction.deleteFrom('loose_files').where('path', 'in', paths).execute();
    if (idempotencyKey !== null) {
      const kept = { owner: uploader.owner, key: idempotencyKey, image_id: image.row.id, created_ms: place.nowMs };
      await transaction
        .insertInto('idempotency')
        .values({ ...kept, answer_json: JSON.stringify(upload.answer(image)) })
        .execute();
    }
    return image;
  });
}

function describe(context: ServerContext, { file, options, uploader }: Upload, media: PreparedMedia, nowMs: number) {
  const [original] = media.files;
  const expirationSeconds = options.expirationSeconds ?? guestSeconds(context, uploader);
  return {
    user_id: uploader.user?.id ?? null,
    session_hash: uploader.sessionHash,
    category_id: options.categoryId,
    kind: media.kind,
    width: original.widthPx,
    height: original.heightPx,
    duration_seconds: media.durationSeconds,
    is_animated: media.isAnimated ? 1 : 0,
    is_approved: context.settings.moderation && uploader.user?.role !== 'administrator' ? 0 : 1,
    is_nsfw: options.isNsfw ? 1 : 0,
    title: options.title ?? cutTitle(media.metadata?.title ?? null) ?? cutTitle(titleOf(file.name)) ?? '',
    description: options.description ?? media.metadata?.description ?? null,
    original_name: file.name,
    exif_json: media.metadata?.json ?? null,
    md5: media.md5,
    received_md5: file.md5,
    source_md5: media.isNarrowed ? file.md5 : null,
    delete_token: randomHex(24),
    views: 0,
    created_ms: shownMs({ options, uploader }, media, nowMs),
    uploaded_ms: nowMs,
    expires_ms: expirationSeconds === null ? null : nowMs + expirationSeconds * 1_000,
    uploader_ip: uploader.ip,
  } as const;
}

/** The date the image bears: an administrator may ask for the day it was taken. */
const shownMs = ({ options, uploader }: Pick<Upload, 'options' | 'uploader'>, media: PreparedMedia, nowMs: number): number =>
  options.usesFileDate && uploader.user?.role === 'administrator' ? (media.metadata?.takenMs ?? nowMs) : nowMs;

const guestSeconds = ({ settings }: ServerContext, uploader: Uploader): number | null =>
  uploader.user === null && settings.guestExpiration !== null ? durationSeconds(settings.guestExpiration) : null;

/** Hosts drop guests' tags; a camera is a tag where none were given. */
function tagsOf({ options, uploader }: Upload, media: PreparedMedia): readonly string[] {
  if (uploader.user === null) return [];
  if (options.tags) return options.tags;
  const camera = media.metadata?.camera ?? null;
  return camera !== null && isTag(camera) ? [camera] : [];
}

/** The received file and all that was made beside it. */
async function removeTemporary(path: string): Promise<void> {
  const folder = join(path, '..');
  const mine = (await readdir(folder)).filter((name) => name.startsWith(basename(path)));
  await Promise.all(mine.map((name) => rm(join(folder, name), { force: true })));
}
