import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';

/** What the host takes at most. */
export interface ShrinkLimits {
  readonly maxBytes: number;
  /** Width times height. */
  readonly maxPixels?: number;
  readonly maxWidthPx?: number;
  readonly maxHeightPx?: number;
  readonly formats: readonly MediaFormat[];
}

/** The picture as it is, upright. */
export interface ShrinkTask {
  readonly fileBytes: number;
  readonly format: MediaFormat | 'heic';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly hasAlpha: boolean;
  readonly limits: ShrinkLimits;
}

/** One way to write the picture. */
export interface ShrinkTry {
  /** Of each side, 0..1; 1 is the original size. */
  readonly scale: number;
  /** 0..1; without meaning for PNG, which loses nothing. */
  readonly quality: number;
  readonly format: WritableFormat;
}

export interface ShrinkTried extends ShrinkTry {
  /** What came out; Infinity when it could not be drawn at this size. */
  readonly bytes: number;
  /** False when the browser wrote another format than asked for. */
  readonly isWritten: boolean;
}

/** What canvases write; Safari cannot write WEBP, which is found out by trying. */
type WritableFormat = 'jpeg' | 'webp' | 'png';

const BEST_QUALITY = 0.92;
/** Below this, blocks show; a smaller picture looks better than a blocky one. */
const LEAST_QUALITY = 0.72;
const MAX_TRIES = 8;
/** A fit that uses less than this share of the bytes is worth one better try. */
const WORTHWHILE_SHARE = 0.7;
/** A longer side below this shows nothing any more. */
const LEAST_SIDE_PX = 64;

/**
 * The next way to write the picture; null when the best fit so far is to be taken, or when there is none and no more hope. Quality goes down to 0.72 before
 * the picture gets smaller; each step is estimated from the bytes got so far. Pure.
 */
export function planShrink(task: ShrinkTask, tries: readonly ShrinkTried[]): ShrinkTry | null {
  const format = writableFormats(task).find((candidate) => !tries.some((tried) => tried.format === candidate && !tried.isWritten));
  if (!format || tries.length >= MAX_TRIES) return null;
  const own = tries.filter((tried) => tried.format === format);
  const fitting = own.filter((tried) => fits(task, tried));
  const next = fitting.length > 0 ? planBetter(task, own, fitting) : planSmaller(task, format, own);
  return next && withinUse(task, next, own);
}

/** Whether a try is within all limits. */
export function fits(task: ShrinkTask, tried: ShrinkTried): boolean {
  return tried.isWritten && tried.bytes <= task.limits.maxBytes && isWithinSides(task.limits, sizeAt(task, tried.scale));
}

/** Both sides at a scale, whole pixels, never rounded up. */
export function sizeAt(
  { widthPx, heightPx }: Pick<ShrinkTask, 'widthPx' | 'heightPx'>,
  scale: number,
): { widthPx: number; heightPx: number } {
  const sidePx = (px: number): number => Math.max(1, Math.floor(px * scale + 1e-6)); // 3000 times 2000/3000 may be 1999.9999999
  return { widthPx: sidePx(widthPx), heightPx: sidePx(heightPx) };
}

/** Whether the sides alone are within the limits. */
export function isWithinSides(limits: ShrinkLimits, { widthPx, heightPx }: { widthPx: number; heightPx: number }): boolean {
  const { maxPixels = Infinity, maxWidthPx = Infinity, maxHeightPx = Infinity } = limits;
  return widthPx * heightPx <= maxPixels && widthPx <= maxWidthPx && heightPx <= maxHeightPx;
}

/** What to write, the best first: JPEG stays JPEG, what is transparent stays so if the host lets it. */
function writableFormats({ format, hasAlpha, limits }: ShrinkTask): WritableFormat[] {
  const order: WritableFormat[] =
    format === 'jpeg' || format === 'heic' ? ['jpeg', 'webp', 'png'] : hasAlpha ? ['webp', 'png', 'jpeg'] : ['webp', 'jpeg', 'png'];
  return order.filter((candidate) => limits.formats.includes(candidate));
}

/** Within the limits of sides: the scale that all tries start from. */
function capScale({ widthPx, heightPx, limits }: ShrinkTask): number {
  const { maxPixels = Infinity, maxWidthPx = Infinity, maxHeightPx = Infinity } = limits;
  return Math.min(1, maxWidthPx / widthPx, maxHeightPx / heightPx, Math.sqrt(maxPixels / (widthPx * heightPx)));
}

/** No smaller than shows something; null once that was tried, and where the limits of sides ask for less. */
function withinUse(task: ShrinkTask, next: ShrinkTry, own: readonly ShrinkTried[]): ShrinkTry | null {
  const leastScale = Math.min(1, LEAST_SIDE_PX / Math.max(task.widthPx, task.heightPx));
  if (next.scale > leastScale) return isWithinSides(task.limits, sizeAt(task, next.scale)) ? next : null;
  const least = { ...next, scale: leastScale };
  const isTried = own.some(({ scale, quality }) => scale <= leastScale && quality <= next.quality);
  return !isTried && isWithinSides(task.limits, sizeAt(task, leastScale)) ? least : null;
}

/** Fewer pixels have more to tell each, so bytes fall slower than their number. */
const PIXELS_EXPONENT = 0.85;
/** How fast bytes grow with quality: about double from 0.72 to 0.92. JPEG and WEBP are alike. */
const QUALITY_SLOPE = 3.9;

/** Bytes relative to the original size at best quality: a model, to be corrected by what came out. */
const costOf = ({ scale, quality, format }: ShrinkTry): number =>
  scale ** (2 * PIXELS_EXPONENT) * (format === 'png' ? 1 : Math.exp(QUALITY_SLOPE * (quality - BEST_QUALITY)));

/** The best try of a cost: full quality range first, then scale. */
function tryOfCost(task: ShrinkTask, format: WritableFormat, cost: number): ShrinkTry {
  const cap = capScale(task);
  const share = cost / costOf({ scale: cap, quality: BEST_QUALITY, format });
  const quality = format === 'png' ? BEST_QUALITY : BEST_QUALITY + Math.log(share) / QUALITY_SLOPE;
  if (share >= 1) return { scale: cap, quality: BEST_QUALITY, format };
  if (format !== 'png' && quality >= LEAST_QUALITY) return { scale: cap, quality, format };
  const leastCost = costOf({ scale: 1, quality: LEAST_QUALITY, format });
  return { scale: Math.min(cap, (cost / leastCost) ** (1 / (2 * PIXELS_EXPONENT))), quality: LEAST_QUALITY, format };
}

function planSmaller(task: ShrinkTask, format: WritableFormat, own: readonly ShrinkTried[]): ShrinkTry {
  const last = own.at(-1);
  // The more tries failed, the less the model is worth here.
  const aimBytes = task.limits.maxBytes * (0.93 - 0.07 * own.length);
  if (!last) return tryOfCost(task, format, aimBytes / guessBytes(task, format));
  const factor = Math.min(0.93, last.bytes === Infinity ? 0.4 : aimBytes / last.bytes);
  return tryOfCost(task, format, costOf(last) * factor);
}

/** One try closer to the limit after a fit far below it; never as large as one that failed. */
function planBetter(task: ShrinkTask, own: readonly ShrinkTried[], fitting: readonly ShrinkTried[]): ShrinkTry | null {
  const best = fitting.reduce((a, b) => (costOf(b) > costOf(a) ? b : a));
  const isFirstFit = own.at(-1) === best && fitting.length === 1;
  if (!isFirstFit || best.bytes >= task.limits.maxBytes * WORTHWHILE_SHARE) return null;
  const failedCost = Math.min(Infinity, ...own.filter((tried) => !fits(task, tried)).map(costOf));
  const cost = Math.min((costOf(best) * task.limits.maxBytes * 0.9) / best.bytes, failedCost * 0.95);
  const better = tryOfCost(task, best.format, cost);
  return costOf(better) > costOf(best) * 1.05 ? better : null;
}

/** What the picture would have in `format` at best quality and original size, by its file; seldom wrong by more than a factor of two. */
function guessBytes({ fileBytes, format, widthPx, heightPx }: ShrinkTask, target: WritableFormat): number {
  const pixels = widthPx * heightPx;
  if (target === 'png') return format === 'png' ? fileBytes : 1.5 * pixels;
  const isPhotoFormat = format === 'jpeg' || format === 'webp' || format === 'avif' || format === 'heic';
  if (!isPhotoFormat) return 0.3 * pixels;
  // A file may carry more than its picture: phones append films.
  return Math.min(pixels, format === target || target === 'webp' ? fileBytes : 1.8 * fileBytes);
}

/** The media type to ask a canvas for. */
export const mimeTypeOf = (format: WritableFormat): string => MEDIA_FORMAT_FACTS[format].mimeType;
