import type { MediaFormat } from '../../shared/mediaFormat.js';
import { isAnimated } from './isAnimated.js';
import {
  fits,
  isWithinSides,
  mimeTypeOf,
  planShrink,
  type ShrinkLimits,
  type ShrinkTask,
  type ShrinkTried,
  type ShrinkTry,
  sizeAt,
} from './planShrink.js';
import { drawAt, type PixelSurvey, surveyPixels } from './surveyPixels.js';

export interface ShrinkRequest {
  readonly file: Blob;
  readonly format: MediaFormat | 'heic';
  readonly limits: ShrinkLimits;
}

export type ShrinkReply =
  | { readonly status: 'made'; readonly blob: Blob; readonly format: MediaFormat; readonly widthPx: number; readonly heightPx: number }
  | { readonly status: 'impossible'; readonly reason: 'animated' | 'undecodable' | 'limitTooSmall' };

/** Writes one picture anew within the limits. Runs in a worker and on the page. Throws when the browser has no canvas to give. */
export async function shrinkPicture({ file, format, limits }: ShrinkRequest): Promise<ShrinkReply> {
  if (await isAnimated(file, format)) return { status: 'impossible', reason: 'animated' };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return { status: 'impossible', reason: 'undecodable' };
  const { width: widthPx, height: heightPx } = bitmap;
  try {
    if (format !== 'heic' && isFit(file, format, limits, { widthPx, heightPx }))
      return { status: 'made', blob: file, format, widthPx, heightPx };
    const survey = surveyPixels(bitmap);
    const task = { fileBytes: file.size, format, widthPx, heightPx, hasAlpha: survey.hasAlpha, limits };
    return await tryOut(task, (next) => write(bitmap, survey, task, next));
  } finally {
    bitmap.close();
  }
}

/** Nothing to do: writing it anew would only cost quality. Limits of sides hold for the picture as it is stored, which may lie on its side. */
const isFit = (
  file: Blob,
  format: MediaFormat,
  limits: ShrinkLimits,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): boolean =>
  file.size <= limits.maxBytes &&
  limits.formats.includes(format) &&
  isWithinSides(limits, { widthPx, heightPx }) &&
  isWithinSides(limits, { widthPx: heightPx, heightPx: widthPx });

/** Follows the plan; the fit with most bytes is the best one. */
async function tryOut(task: ShrinkTask, writeTry: (next: ShrinkTry) => Promise<Blob | null>): Promise<ShrinkReply> {
  const tries: ShrinkTried[] = [];
  let best: ShrinkReply = { status: 'impossible', reason: 'limitTooSmall' };
  let bestBytes = 0;
  for (let next = planShrink(task, tries); next; next = planShrink(task, tries)) {
    const blob = await writeTry(next);
    // Canvases write PNG where they do not know the type asked for.
    const tried = { ...next, bytes: blob?.size ?? Infinity, isWritten: !blob || blob.type === mimeTypeOf(next.format) };
    tries.push(tried);
    if (!blob || !fits(task, tried) || blob.size <= bestBytes) continue;
    bestBytes = blob.size;
    best = { status: 'made', blob, format: next.format, ...sizeAt(task, next.scale) };
  }
  return best;
}

/** Null when the browser cannot draw at this size. */
async function write(
  bitmap: ImageBitmap,
  survey: PixelSurvey,
  task: ShrinkTask,
  { scale, quality, format }: ShrinkTry,
): Promise<Blob | null> {
  const { widthPx, heightPx } = sizeAt(task, scale);
  try {
    const context = drawAt(bitmap, widthPx, heightPx, { colorSpace: survey.isWide ? 'display-p3' : 'srgb' });
    // iOS draws nothing, and says nothing, where a canvas is too large.
    if (!survey.hasAlpha && context.getImageData(widthPx >> 1, heightPx >> 1, 1, 1).data[3] === 0) return null;
    if (survey.hasAlpha && format === 'jpeg') fillBehind(context, widthPx, heightPx);
    return await blobOf(context.canvas, mimeTypeOf(format), quality);
  } catch {
    return null;
  }
}

/** JPEG has no transparency and would show black instead. */
function fillBehind(context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D, widthPx: number, heightPx: number): void {
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthPx, heightPx);
}

function blobOf(canvas: OffscreenCanvas | HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality });
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}
