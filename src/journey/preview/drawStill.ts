import { imageDimensionsFromData } from 'image-dimensions';
import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';
import { upright } from './drawThumbnail.js';
import { drawPicture, MAX_SIDE_PX, previewSizeOf, type Picture, type Size } from './picture.js';
import type { JpegHead } from './readJpegHead.js';

/** JPEG is decoded at an eighth, two eighths and so on of its size. */
const JPEG_STEPS = 8;
/** Decoded, more would take over half a gigabyte: a few bytes of a hostile file, or the panorama of a patient person, would cost a phone the page. */
const MOST_PIXELS = 150_000_000;

/** So large may be a file that is shown as it is; all of it is among the first bytes. */
const SMALL_BYTES = 64 * 1024;
/** Whether these letters are a chunk or there by chance: the picture is drawn. Source: the PNG specification, third edition. */
const ANIMATION_CHUNK = 'acTL';

/** The still of a picture file: upright, the first frame of what moves. Rejects when the browser cannot decode it, or not without more memory than a tile is worth. */
export async function drawStill(file: Blob, format: MediaFormat, bytes: Uint8Array<ArrayBuffer>, head: JpegHead | null): Promise<Picture> {
  const frame = head && (await decodeSmall(file, head));
  if (frame) {
    const size = upright(head, head.orientation);
    return drawOnce(frame, size, format);
  }
  const told = head ? upright(head, head.orientation) : toldSize(bytes);
  if (told && told.widthPx * told.heightPx > MOST_PIXELS) throw new DOMException('Too large to be decoded for a tile', 'NotSupportedError');
  const bitmap = await createImageBitmap(file, told ? resizeOf(told) : {});
  const size = told ? turnedLike(told, bitmap) : { widthPx: bitmap.width, heightPx: bitmap.height };
  if (!isOwnPicture(size, format, file, bytes)) return drawOnce(bitmap, size, format);
  bitmap.close();
  return { blob: new Blob([bytes], { type: MEDIA_FORMAT_FACTS[format].mimeType }), ...size, durationSeconds: 0 };
}

/** What is small enough for a tile and stands still is shown as it is: writing it anew takes longer than all the rest. */
function isOwnPicture({ widthPx, heightPx }: Size, format: MediaFormat, file: Blob, bytes: Uint8Array): boolean {
  if (file.size > SMALL_BYTES || Math.max(widthPx, heightPx) > MAX_SIDE_PX) return false;
  return format === 'jpeg' || (format === 'png' && !new TextDecoder('latin1').decode(bytes).includes(ANIMATION_CHUNK));
}

async function drawOnce(drawable: ImageBitmap, size: Size, format: MediaFormat): Promise<Picture> {
  try {
    return await drawPicture(drawable, size, format, 0);
  } finally {
    drawable.close();
  }
}

/**
 * A JPEG decoded no larger than needed: half the time and a fiftieth of the memory. Null where that cannot be had, and where the browser does not say
 * that it turns such a frame as the picture wants.
 */
async function decodeSmall(file: Blob, { widthPx, heightPx, orientation }: JpegHead): Promise<ImageBitmap | null> {
  const eighths = Math.ceil((MAX_SIDE_PX * JPEG_STEPS) / Math.max(widthPx, heightPx));
  if (typeof ImageDecoder === 'undefined' || eighths >= JPEG_STEPS) return null;
  if (orientation !== 1 && !('rotation' in VideoFrame.prototype)) return null;
  const desiredWidth = Math.ceil((widthPx * eighths) / JPEG_STEPS);
  const desiredHeight = Math.ceil((heightPx * eighths) / JPEG_STEPS);
  const data = await file.arrayBuffer();
  const decoder = new ImageDecoder({ data, transfer: [data], type: 'image/jpeg', desiredWidth, desiredHeight });
  try {
    return await bitmapOf((await decoder.decode()).image);
  } catch {
    return null;
  } finally {
    decoder.close();
  }
}

/** Drawn on a canvas as it is, such a frame is never freed by Chromium. */
async function bitmapOf(frame: VideoFrame): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(frame);
  } finally {
    frame.close();
  }
}

/** One side alone, so that the shape is the picture's even where the header told the unturned one. */
const resizeOf = (size: Size): ImageBitmapOptions => {
  const { widthPx } = previewSizeOf(size);
  return widthPx < size.widthPx ? { resizeWidth: widthPx, resizeQuality: 'high' } : {};
};

/** Headers of WEBP and AVIF tell the size before turning. */
const turnedLike = ({ widthPx, heightPx }: Size, { width, height }: ImageBitmap): Size =>
  widthPx > heightPx === width > height || width === height ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };

function toldSize(bytes: Uint8Array): Size | null {
  try {
    const told = imageDimensionsFromData(bytes);
    return told && told.width > 0 && told.height > 0 ? { widthPx: told.width, heightPx: told.height } : null;
  } catch {
    return null;
  }
}
