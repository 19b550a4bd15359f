import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MediaFormat } from '../../shared/mediaFormat.js';
import { fits, planShrink, type ShrinkTask, type ShrinkTried, type ShrinkTry, sizeAt } from './planShrink.js';

const ALL: readonly MediaFormat[] = ['jpeg', 'png', 'webp', 'gif', 'mp4'];
const photo: ShrinkTask = {
  fileBytes: 4_000_000,
  format: 'jpeg',
  widthPx: 4000,
  heightPx: 3000,
  hasAlpha: false,
  limits: { maxBytes: 1_000_000, formats: ALL },
};

const tried = (next: ShrinkTry, bytes: number, isWritten = true): ShrinkTried => ({ ...next, bytes, isWritten });

/** Follows the plan with an encoder that answers `bytesOf` each try. */
function follow(
  task: ShrinkTask,
  bytesOf: (next: ShrinkTry) => number,
  isWritten: (next: ShrinkTry) => boolean = () => true,
): ShrinkTried[] {
  const tries: ShrinkTried[] = [];
  for (let next = planShrink(task, tries); next; next = planShrink(task, tries)) {
    tries.push(tried(next, bytesOf(next), isWritten(next)));
    if (tries.length > 20) throw new Error('The plan has no end');
  }
  return tries;
}

/** An encoder by numbers: `bytes` at 0.92 and original size. */
const encoder =
  (bytes: number, slope = 3.9, exponent = 0.85, headBytes = 600) =>
  ({ scale, quality, format }: ShrinkTry): number =>
    Math.round(headBytes + bytes * scale ** (2 * exponent) * (format === 'png' ? 3 : Math.exp(slope * (quality - 0.92))));

const best = (task: ShrinkTask, tries: readonly ShrinkTried[]): ShrinkTried | undefined =>
  tries.filter((one) => fits(task, one)).toSorted((a, b) => b.bytes - a.bytes)[0];

describe('planShrink', () => {
  it('lowers the quality alone where that is enough', () => {
    const task = { ...photo, fileBytes: 1_600_000 };
    const tries = follow(task, encoder(1_600_000));
    expect(tries.every(({ scale }) => scale === 1)).toBe(true);
    expect(best(task, tries)!.quality).toBeGreaterThan(0.75);
  });

  it('makes the picture smaller only at the least quality', () => {
    const tries = follow(photo, encoder(4_000_000));
    for (const { scale, quality } of tries) if (scale < 1) expect(quality).toBe(0.72);
    expect(best(photo, tries)!.scale).toBeGreaterThan(0.55);
  });

  it('keeps best quality where only the pixels are too many', () => {
    const task = { ...photo, limits: { maxBytes: 50_000_000, maxPixels: 3_000_000, formats: ALL } };
    expect(follow(task, encoder(4_000_000))).toEqual([expect.objectContaining({ scale: 0.5, quality: 0.92, format: 'jpeg' })]);
  });

  it('keeps each side within its own limit', () => {
    const task = { ...photo, limits: { maxBytes: 50_000_000, maxWidthPx: 3000, maxHeightPx: 300, formats: ALL } };
    expect(sizeAt(task, planShrink(task, [])!.scale)).toEqual({ widthPx: 400, heightPx: 300 });
  });

  it.each([
    ['jpeg', false, ALL, 'jpeg'],
    ['heic', false, ALL, 'jpeg'],
    ['jpeg', false, ['png', 'webp'], 'webp'],
    ['png', false, ALL, 'webp'],
    ['png', false, ['png', 'jpeg'], 'jpeg'],
    ['png', true, ALL, 'webp'],
    ['png', true, ['jpeg', 'png'], 'png'],
    ['webp', true, ['jpeg', 'gif'], 'jpeg'],
    ['bmp', false, ['bmp', 'jpeg'], 'jpeg'],
  ] as const)('writes %s (transparent: %s) for a host of %s as %s', (format, hasAlpha, formats, expected) => {
    expect(planShrink({ ...photo, format, hasAlpha, limits: { maxBytes: 1_000_000, formats } }, [])).toMatchObject({ format: expected });
  });

  it('gives up where the host takes nothing that a canvas writes', () => {
    expect(planShrink({ ...photo, limits: { maxBytes: 1_000_000, formats: ['gif', 'avif', 'mp4'] } }, [])).toBeNull();
  });

  it('takes the next format where the browser cannot write the first', () => {
    const task = { ...photo, format: 'png' as const };
    const tries = follow(task, encoder(4_000_000), ({ format }) => format !== 'webp');
    expect(tries.map(({ format }) => format)).toEqual(['webp', ...tries.slice(1).map(() => 'jpeg')]);
    expect(best(task, tries)).toMatchObject({ format: 'jpeg' });
  });

  it('goes far down where the browser cannot draw at a size', () => {
    const tries = follow(photo, (next) => (next.scale > 0.4 ? Infinity : encoder(2_000_000)(next)));
    expect(best(photo, tries)).toBeDefined();
  });

  it('tries once more when the first fit leaves much of the limit unused', () => {
    const tries = follow(photo, encoder(1_500_000));
    expect(tries[0]!.bytes).toBeLessThan(700_000);
    expect(best(photo, tries)!.bytes).toBeGreaterThan(800_000);
  });

  it('never tries again what is as large as a failed one', () => {
    const first = planShrink(photo, [])!;
    const second = planShrink(photo, [tried(first, 1_100_000)])!;
    const third = planShrink(photo, [tried(first, 1_100_000), tried(second, 300_000)]);
    expect(third!.scale).toBeLessThan(first.scale);
  });

  it('gives up below a size that shows something', () => {
    const task = { ...photo, limits: { maxBytes: 100, formats: ALL } };
    const tries = follow(task, encoder(4_000_000));
    expect(best(task, tries)).toBeUndefined();
    for (const { scale } of tries) expect(4000 * scale).toBeGreaterThanOrEqual(64);
  });

  it('takes few tries, and finds a fit whenever its last sizes have one', () => {
    const tasks = fc.record({
      fileBytes: fc.integer({ min: 20_000, max: 60_000_000 }),
      format: fc.constantFrom('jpeg', 'png', 'webp', 'bmp', 'avif', 'gif', 'heic'),
      widthPx: fc.integer({ min: 300, max: 12_000 }),
      heightPx: fc.integer({ min: 300, max: 12_000 }),
      hasAlpha: fc.boolean(),
      limits: fc.record({
        maxBytes: fc.integer({ min: 50_000, max: 20_000_000 }),
        maxPixels: fc.integer({ min: 250_000, max: 100_000_000 }),
        formats: fc.constantFrom<readonly MediaFormat[]>(['jpeg'], ['png'], ['webp', 'png'], ALL),
      }),
    }) as fc.Arbitrary<ShrinkTask>;
    const encoders = fc.record({
      perPixel: fc.double({ min: 0.02, max: 1.2, noNaN: true }),
      slope: fc.double({ min: 2, max: 7, noNaN: true }),
      exponent: fc.double({ min: 0.6, max: 1.05, noNaN: true }),
    });
    fc.assert(
      fc.property(tasks, encoders, (task, { perPixel, slope, exponent }) => {
        const bytesOf = encoder(perPixel * task.widthPx * task.heightPx, slope, exponent);
        const tries = follow(task, bytesOf);
        expect(tries.length).toBeLessThanOrEqual(8);
        for (const { scale, quality } of tries) expect(scale <= 1 && quality >= 0.72 && quality <= 0.92).toBe(true);
        const shortSide = Math.min(task.widthPx, task.heightPx) / Math.max(task.widthPx, task.heightPx);
        // A strip cannot be made narrow without end; and whatever cannot be had at 64 px is rightly refused.
        const least = { scale: 64 / Math.max(task.widthPx, task.heightPx), quality: 0.72, format: tries[0]?.format ?? ('png' as const) };
        if (shortSide > 0.2 && bytesOf(least) < task.limits.maxBytes / 4) expect(best(task, tries)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});
