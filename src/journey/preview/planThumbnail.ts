import type { Size } from './picture.js';

export interface Crop extends Size {
  readonly leftPx: number;
  readonly topPx: number;
}

/** The size that DCF demands of every thumbnail, so cameras put bars around other shapes. Source: JEITA CP-3461. */
const DCF = { widthPx: 160, heightPx: 120 };
/** Sizes are whole pixels: shapes this near are the same. */
const SAME_SHAPE = 0.02;

/** The part of a thumbnail that shows the picture; null when it has another shape, so it shows something else. Pure. */
export function cropThumbnail(thumbnail: Size, picture: Size): Crop | null {
  const ratio = shapeOf(thumbnail) / shapeOf(picture);
  if (Math.abs(ratio - 1) <= SAME_SHAPE) return { ...thumbnail, leftPx: 0, topPx: 0 };
  if (thumbnail.widthPx !== DCF.widthPx || thumbnail.heightPx !== DCF.heightPx) return null;
  // Rounded down: a line of the bars is worse than a line less of the picture.
  const widthPx = Math.max(1, Math.floor(thumbnail.widthPx / Math.max(1, ratio)));
  const heightPx = Math.max(1, Math.floor(thumbnail.heightPx * Math.min(1, ratio)));
  const leftPx = Math.ceil((thumbnail.widthPx - widthPx) / 2);
  const topPx = Math.ceil((thumbnail.heightPx - heightPx) / 2);
  return { widthPx, heightPx, leftPx, topPx };
}

const shapeOf = ({ widthPx, heightPx }: Size): number => widthPx / heightPx;

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The canvas transform that turns something of this stored size upright. Pure. Source: Exif 2.32, Orientation. */
export function turnOf(orientation: number, { widthPx: w, heightPx: h }: Size): Matrix {
  const turns: Record<number, Matrix> = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  };
  return turns[orientation] ?? [1, 0, 0, 1, 0, 0];
}
