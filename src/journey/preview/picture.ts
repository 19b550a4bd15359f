import type { MediaFormat } from '../../shared/mediaFormat.js';

/** A preview ready to show: its bytes, and what was learned about the original on the way. */
export interface Picture {
  readonly blob: Blob;
  /** Of the original, upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 for stills. */
  readonly durationSeconds: number;
}

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A tile of 180 CSS pixels on a screen of twice the density. */
export const MAX_SIDE_PX = 360;

const QUALITY = 0.8;

/** What cannot be transparent: JPEG is smaller for these and quicker to write. */
const OPAQUE: readonly MediaFormat[] = ['jpeg', 'bmp', 'mov', 'mp4', 'webm'];

/** Draws on a canvas of its own and takes the bytes. Runs in a worker and on the page. Throws when the browser has no canvas to give. */
export async function paint(
  { widthPx, heightPx }: Size,
  isOpaque: boolean,
  draw: (context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D) => void,
): Promise<Blob> {
  const canvas = newCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d', { alpha: !isOpaque });
  if (!context) throw new Error('This browser gave no canvas context');
  context.imageSmoothingQuality = 'high';
  draw(context);
  return blobOf(canvas, isOpaque ? 'image/jpeg' : 'image/webp');
}

/** Draws something small enough for a tile. */
export async function drawPicture(
  drawable: ImageBitmap | HTMLVideoElement,
  size: Size,
  format: MediaFormat,
  durationSeconds: number,
): Promise<Picture> {
  const small = previewSizeOf(size);
  const blob = await paint(small, OPAQUE.includes(format), (context) => context.drawImage(drawable, 0, 0, small.widthPx, small.heightPx));
  return { blob, ...size, durationSeconds };
}

/** As large as a preview gets; never larger than the original. */
export function previewSizeOf({ widthPx, heightPx }: Size): Size {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
  return { widthPx: Math.max(1, Math.round(widthPx * scale)), heightPx: Math.max(1, Math.round(heightPx * scale)) };
}

function newCanvas(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** WEBP keeps transparency and is small; a browser that cannot write it gives PNG. */
function blobOf(canvas: OffscreenCanvas | HTMLCanvasElement, type: string): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality: QUALITY });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture'))), type, QUALITY),
  );
}
