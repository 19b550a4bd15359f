import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAfterKey, type GridShape } from './gridMoves.js';

/** Eleven tiles: 0 1 2 3 | 4 5 6 7 | 8 9 10. */
const shape = (index: number, more: Partial<GridShape> = {}): GridShape => ({
  index,
  count: 11,
  columns: 4,
  rowsPerPage: 2,
  isRightToLeft: false,
  ...more,
});

describe('indexAfterKey', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 10, 10],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 7, 10],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, 2],
    ['PageDown', 1, 9],
    ['PageDown', 9, 10],
    ['PageUp', 9, 1],
    ['PageUp', 1, 0],
    ['Home', 7, 0],
    ['End', 2, 10],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(indexAfterKey(key, shape(from))).toBe(to);
  });

  it('goes the other way sideways in a right-to-left page', () => {
    expect(indexAfterKey('ArrowRight', shape(5, { isRightToLeft: true }))).toBe(4);
    expect(indexAfterKey('ArrowDown', shape(5, { isRightToLeft: true }))).toBe(9);
  });

  it('leaves other keys alone, and an empty grid', () => {
    expect(indexAfterKey('a', shape(0))).toBeNull();
    expect(indexAfterKey('toString', shape(0))).toBeNull();
    expect(indexAfterKey('End', shape(0, { count: 0 }))).toBeNull();
  });

  it('never leaves the grid', () => {
    const keys = fc.constantFrom('ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(
        keys,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(49),
        fc.boolean(),
        (key, count, columns, at, rtl) => {
          const to = indexAfterKey(key, { index: at % count, count, columns, rowsPerPage: 3, isRightToLeft: rtl });
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(count);
        },
      ),
    );
  });
});
