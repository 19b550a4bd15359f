/** A preview ready to show: its bytes, and what was learned about the original on the way. */
export interface Picture {
  readonly blob: Blob;
  /** Of the original, upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 for stills. */
  readonly durationSeconds: number;
}

/** Enough for the widest tile on a dense screen. */
const MAX_SIDE_PX = 480;

type Drawable = ImageBitmap | HTMLVideoElement;

/** Draws something small enough for a tile. Runs in a worker and on the page. Throws when the browser has no canvas to give. */
export async function drawPicture(drawable: Drawable, widthPx: number, heightPx: number, durationSeconds: number): Promise<Picture> {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
  const canvas = newCanvas(Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale)));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gave no canvas context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawable, 0, 0, canvas.width, canvas.height);
  return { blob: await blobOf(canvas), widthPx, heightPx, durationSeconds };
}

function newCanvas(widthPx: number, heightPx: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(widthPx, heightPx);
  return Object.assign(document.createElement('canvas'), { width: widthPx, height: heightPx });
}

/** WEBP keeps transparency and is small; a browser that cannot write it gives PNG. */
function blobOf(canvas: OffscreenCanvas | HTMLCanvasElement): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture'))), 'image/webp', 0.8),
  );
}

/** The still of a picture file: upright, the first frame of an animation. Rejects when the browser cannot decode it. */
export async function drawStill(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file);
  try {
    return await drawPicture(bitmap, bitmap.width, bitmap.height, 0);
  } finally {
    bitmap.close();
  }
}
