import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { ApiError } from '../apiError.js';
import { unreadable } from './refusals.js';
import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../src/shared/mediaFormat.js';

const unknownSource = (): ApiError => new ApiError(610, "Can't get target upload source info");

const FORMAT_BY_MIME: Readonly<Record<string, MediaFormat>> = {
  'image/avif': 'avif',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/bmp': 'bmp',
  'image/x-ms-bmp': 'bmp',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/quicktime': 'mov',
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
  'video/webm': 'webm',
};

/**
 * The format by the bytes; name and declared type are not trusted, but a video has to be declared as one, as hosts want it.
 *
 * @param declaredMime of the part; null where there was none (base64)
 * @throws {ApiError} 0, 100, 600, 610 or 613
 */
export async function sniffFormat(path: string, declaredMime: string | null): Promise<MediaFormat> {
  const type = await fileTypeFromFile(path);
  const format = type && FORMAT_BY_MIME[type.mime];
  const isDeclaredVideo = declaredMime?.startsWith('video/') ?? null;
  if (isDeclaredVideo === true) return declaredVideo(format, type !== undefined);
  if (format && (MEDIA_FORMAT_FACTS[format].kind === 'image' || isDeclaredVideo === null)) return format;
  if (type?.mime === 'image/tiff') throw new ApiError(613, 'Unavailable image format');
  if (type || (await looksLikeMarkup(path))) throw unknownSource();
  throw unreadable();
}

function declaredVideo(format: MediaFormat | undefined, isKnown: boolean): MediaFormat {
  if (format && MEDIA_FORMAT_FACTS[format].kind === 'video') return format;
  if (isKnown) throw new ApiError(100, 'Invalid video file provided');
  throw new ApiError(600, 'FFprobe error: Unable to probe (temporary file)');
}

async function looksLikeMarkup(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.toString('latin1', 0, bytesRead).trimStart().startsWith('<');
  } finally {
    await file.close();
  }
}
