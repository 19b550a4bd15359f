import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { ApiError } from '../apiError.js';
import type { FileRole } from '../db/schema.js';
import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../src/shared/mediaFormat.js';
import { decodeBmp, encode, isAnimated, MEDIUM_PX, openFor, type Picture, readFacts, THUMB_PX, upright, write } from './pictures.js';
import { grabStill, probeVideo } from './probeVideo.js';
import { type Metadata, readMetadata } from './readMetadata.js';
import { corruptVideo } from './refusals.js';
import type { VideoTools } from './tools.js';

export interface MediaFile extends Picture {
  readonly role: FileRole;
  /** What its name ends in, `.th.jpg`. */
  readonly suffix: string;
  readonly mimeType: string;
}

export interface PreparedMedia {
  readonly kind: 'image' | 'video';
  /** The original first. All of them local and temporary; storing takes them over. */
  readonly files: readonly [MediaFile, ...MediaFile[]];
  readonly durationSeconds: number;
  readonly isAnimated: boolean;
  /** By a width that was asked for. */
  readonly isNarrowed: boolean;
  readonly md5: string;
  readonly metadata: Metadata | null;
}

export interface Received {
  readonly path: string;
  readonly md5: string;
  readonly format: MediaFormat;
  readonly originalName: string;
  /** Null keeps the original's. */
  readonly targetWidthPx: number | null;
}

/** Stored extensions: the sender's own where it is one of the format's, so that `photo.jpeg` keeps its name. */
function extensionOf(format: MediaFormat, originalName: string): string {
  const { extensions } = MEDIA_FORMAT_FACTS[format];
  const own = /\.(\w+)$/.exec(originalName)?.[1]?.toLowerCase();
  return own !== undefined && extensions.includes(own) ? own : extensions[0];
}

/**
 * Makes all that will be stored, as temporary files beside the received one.
 *
 * @throws {ApiError} when it cannot be decoded or the width is above the original's
 */
export const prepareMedia = (received: Received, tools: VideoTools | null): Promise<PreparedMedia> =>
  MEDIA_FORMAT_FACTS[received.format].kind === 'video' ? prepareVideo(received, tools) : preparePicture(received);

async function prepareVideo(received: Received, tools: VideoTools | null): Promise<PreparedMedia> {
  if (!tools) throw new ApiError(614, `Disabled image format (${received.format})`);
  const { path, format, md5, originalName } = received;
  const facts = await probeVideo(tools, path, format);
  const still = `${path}.still`;
  await grabStill(tools, path, format, facts.stillAtSeconds, still).catch((cause: unknown) => {
    throw corruptVideo(cause);
  });
  const frame = await write(encode(openFor('png', still), 'jpeg'), `${path}.fr`);
  const original: MediaFile = {
    role: 'image',
    suffix: `.${extensionOf(format, originalName)}`,
    mimeType: MEDIA_FORMAT_FACTS[format].mimeType,
    path,
    widthPx: facts.widthPx,
    heightPx: facts.heightPx,
    sizeBytes: (await stat(path)).size,
  };
  const thumb = await write(encode(openFor('png', still).resize(THUMB_PX, THUMB_PX), 'jpeg'), `${path}.th`);
  const derived = [
    { ...frame, role: 'frame', suffix: '.fr.jpeg', mimeType: 'image/jpeg' },
    { ...thumb, role: 'thumb', suffix: '.th.jpeg', mimeType: 'image/jpeg' },
  ] as const;
  return {
    kind: 'video',
    files: [original, ...derived],
    durationSeconds: facts.durationSeconds,
    isAnimated: false,
    isNarrowed: false,
    md5,
    metadata: null,
  };
}

async function preparePicture(received: Received): Promise<PreparedMedia> {
  const metadata = received.format === 'bmp' ? null : await readMetadata(received.path, received.format);
  const { picture, format, isMoving, isNarrowed, md5 } = await storedPicture(received);
  const ending = extensionOf(format, received.originalName);
  const { mimeType } = MEDIA_FORMAT_FACTS[format];
  const original: MediaFile = { ...picture, role: 'image', suffix: `.${ending}`, mimeType };
  const files: [MediaFile, ...MediaFile[]] = [original];
  const thumb = openFor(format, picture.path).resize(THUMB_PX, THUMB_PX);
  files.push({ ...(await write(encode(thumb, format), `${picture.path}.th`)), role: 'thumb', suffix: `.th.${ending}`, mimeType });
  if (picture.widthPx > MEDIUM_PX || isMoving) {
    // Of an animation the medium size is a still, which says nothing when enlarged: so it is made even where the original is smaller.
    const medium = openFor(format, picture.path).resize({ width: MEDIUM_PX });
    files.push({ ...(await write(encode(medium, format), `${picture.path}.md`)), role: 'medium', suffix: `.md.${ending}`, mimeType });
  }
  return { kind: 'image', files, durationSeconds: 0, isAnimated: isMoving, isNarrowed, md5, metadata };
}

interface StoredPicture {
  readonly picture: Picture;
  readonly format: MediaFormat;
  readonly isMoving: boolean;
  readonly isNarrowed: boolean;
  readonly md5: string;
}

/** The received bytes as they are, unless they have to be turned, made narrower or are a BMP. */
async function storedPicture(received: Received): Promise<StoredPicture> {
  const { path, format, targetWidthPx, md5 } = received;
  if (format === 'bmp') {
    const pixels = await decodeBmp(path);
    const { width } = await pixels.metadata();
    const widthPx = checkedWidth(width, targetWidthPx);
    return remade(encode(widthPx === null ? pixels : pixels.resize({ width: widthPx }), 'png'), path, 'png', widthPx !== null);
  }
  const facts = await readFacts(format, path);
  const isMoving = await isAnimated(format, path, facts);
  const { width, height } = facts.autoOrient;
  const widthPx = isMoving || format === 'gif' ? null : checkedWidth(width, targetWidthPx);
  const isTurned = format === 'jpeg' && (facts.orientation ?? 1) > 1;
  if (widthPx !== null || isTurned) return remade(upright(format, path, widthPx), path, format, widthPx !== null);
  const picture = {
    path,
    widthPx: isMoving || format !== 'jpeg' ? facts.width : width,
    heightPx: frameHeight(facts, height),
    sizeBytes: (await stat(path)).size,
  };
  return { picture, format, isMoving, isNarrowed: false, md5 };
}

const frameHeight = (facts: { pageHeight?: number | undefined }, height: number): number => facts.pageHeight ?? height;

function checkedWidth(originalPx: number, targetPx: number | null): number | null {
  if (targetPx === null || targetPx === originalPx) return null;
  if (targetPx > originalPx) throw new ApiError(610, 'Target width is greater than the original image width');
  return targetPx;
}

async function remade(picture: Sharp, path: string, format: MediaFormat, isNarrowed: boolean): Promise<StoredPicture> {
  const written = await write(picture, `${path}.made`);
  return { picture: written, format, isMoving: false, isNarrowed, md5: await md5Of(written.path) };
}

async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
