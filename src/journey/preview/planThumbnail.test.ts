import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropThumbnail, turnOf } from './planThumbnail.js';

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });
const side = fc.integer({ min: 1, max: 20_000 });

describe('cropThumbnail', () => {
  it('takes the whole thumbnail of a picture of the same shape', () => {
    expect(cropThumbnail(size(160, 120), size(4032, 3024))).toEqual({ leftPx: 0, topPx: 0, ...size(160, 120) });
    expect(cropThumbnail(size(512, 288), size(1920, 1080))).toEqual({ leftPx: 0, topPx: 0, ...size(512, 288) });
  });

  it('cuts the bars that cameras put around other shapes', () => {
    expect(cropThumbnail(size(160, 120), size(6000, 4000))).toEqual({ leftPx: 0, topPx: 7, ...size(160, 106) });
    expect(cropThumbnail(size(160, 120), size(3024, 4032))).toEqual({ leftPx: 35, topPx: 0, ...size(90, 120) });
  });

  it('takes none that has another shape: the picture was cut after it was taken', () => {
    expect(cropThumbnail(size(320, 240), size(3000, 3000))).toBe(null);
  });

  it('stays within the thumbnail', () => {
    fc.assert(
      fc.property(side, side, (widthPx, heightPx) => {
        const crop = cropThumbnail(size(160, 120), size(widthPx, heightPx))!;
        expect(Math.min(crop.widthPx, crop.heightPx)).toBeGreaterThan(0);
        expect(crop.leftPx + crop.widthPx).toBeLessThanOrEqual(160);
        expect(crop.topPx + crop.heightPx).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('turnOf', () => {
  /** Where the top left, top right and bottom left of what is stored come to stand. */
  it.each([
    [1, [0, 0], [40, 0], [0, 30]],
    [2, [40, 0], [0, 0], [40, 30]],
    [3, [40, 30], [0, 30], [40, 0]],
    [4, [0, 30], [40, 30], [0, 0]],
    [5, [0, 0], [0, 40], [30, 0]],
    [6, [30, 0], [30, 40], [0, 0]],
    [7, [30, 40], [30, 0], [0, 40]],
    [8, [0, 40], [0, 0], [30, 40]],
    [99, [0, 0], [40, 0], [0, 30]],
  ])('turns a picture of orientation %i upright', (orientation, ...corners) => {
    const [a, b, c, d, e, f] = turnOf(orientation, size(40, 30));
    const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];
    expect([at(0, 0), at(40, 0), at(0, 30)]).toEqual(corners);
  });
});
