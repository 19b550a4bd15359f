import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { decode } from 'bmp-ts';
import sharp, { type Sharp, type Metadata } from 'sharp';
import type { MediaFormat } from '../../src/shared/mediaFormat.js';
import { corrupt } from './refusals.js';

// Each picture once: the cache would keep files open that a test or a deletion removes.
sharp.cache(false);

export const THUMB_PX = 160;
export const MEDIUM_PX = 500;
/** Phones make 200 megapixels; more is a bomb. */
const MAX_PIXELS = 270_000_000;
const MAX_BMP_PIXELS = 50_000_000;
/** A BMP of so many pixels, with all that stands before them. */
const MAX_BMP_BYTES = MAX_BMP_PIXELS * 4 + 100_000;
/** Before the first pixels of a PNG. */
const MAX_CHUNKS = 10_000;

export interface Picture {
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
}

/** A shortened JPEG still shows something, and hosts take it; of other formats every row must be there. */
export const openPicture = (path: string, isAnimated = false): Sharp =>
  sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', animated: isAnimated });

const openLenient = (path: string): Sharp => sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'none' });

export const openFor = (format: MediaFormat, path: string): Sharp => (format === 'jpeg' ? openLenient(path) : openPicture(path));

/** @throws {ApiError} 0 when it is no picture after all */
export const readFacts = (format: MediaFormat, path: string): Promise<Metadata> =>
  openFor(format, path)
    .metadata()
    .catch((cause: unknown) => {
      throw corrupt(cause);
    });

export async function isAnimated(format: MediaFormat, path: string, facts: Metadata): Promise<boolean> {
  if (format === 'gif' || format === 'webp') return (facts.pages ?? 1) > 1;
  if (format !== 'png') return false;
  const file = await open(path, 'r');
  try {
    return await hasAnimationChunk(file);
  } finally {
    await file.close();
  }
}

/** An `acTL` chunk before the first `IDAT`. Reads the heads of chunks alone. */
async function hasAnimationChunk(file: FileHandle): Promise<boolean> {
  const head = Buffer.alloc(8);
  for (let at = 8, count = 0; count < MAX_CHUNKS; count++) {
    const { bytesRead } = await file.read(head, 0, 8, at);
    const type = head.toString('latin1', 4, 8);
    if (bytesRead < 8 || type === 'IDAT') return false;
    if (type === 'acTL') return true;
    at += head.readUInt32BE(0) + 12;
  }
  return false;
}

/** Writes a picture and tells its size. @throws {ApiError} 0 when the source cannot be decoded */
export async function write(picture: Sharp, target: string): Promise<Picture> {
  try {
    const { width, height } = await picture.toFile(target);
    return { path: target, widthPx: width, heightPx: height, sizeBytes: (await stat(target)).size };
  } catch (cause) {
    throw corrupt(cause);
  }
}

/** Upright, with all metadata but the Orientation that is then no longer true; narrower if a width is given. */
export function upright(format: MediaFormat, path: string, widthPx: number | null): Sharp {
  const picture = openFor(format, path).autoOrient();
  const sized = widthPx === null ? picture : picture.resize({ width: widthPx });
  return encode(sized.keepMetadata(), format);
}

export function encode(picture: Sharp, format: MediaFormat): Sharp {
  if (format === 'jpeg') return picture.jpeg({ quality: 90 });
  if (format === 'webp') return picture.webp({ quality: 90 });
  if (format === 'avif') return picture.avif({ quality: 65 });
  return format === 'gif' ? picture.gif() : picture.png();
}

/** A BMP as pixels; sharp does not read it. @throws {ApiError} 0 when it is broken, 610 when it is too large */
export async function decodeBmp(path: string): Promise<Sharp> {
  if ((await stat(path)).size > MAX_BMP_BYTES) throw corrupt();
  const bytes = await readFile(path);
  const pixels = bytes.length < 26 ? 0 : Math.abs(bytes.readInt32LE(18) * bytes.readInt32LE(22));
  if (pixels === 0 || pixels > MAX_BMP_PIXELS) throw corrupt();
  try {
    const { data, width, height } = decode(bytes, { toRGBA: true });
    return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  } catch (cause) {
    throw corrupt(cause);
  }
}
