import { describe, expect, it } from 'vitest';
import { extended, NOTHING, placeOf, pruned, toggled } from './selection.js';

const ORDER = ['item-1', 'item-2', 'item-3', 'item-4', 'item-5'] as const;
const idsOf = ({ ids }: { ids: ReadonlySet<string> }): string[] => [...ids];

describe('selection', () => {
  it('takes and gives one tile', () => {
    const one = toggled(NOTHING, 'item-2');
    expect(one).toEqual({ ids: new Set(['item-2']), anchor: 'item-2' });
    expect(idsOf(toggled(one, 'item-2'))).toEqual([]);
  });

  it('goes from the tile that was taken last to another, both ways', () => {
    const from = toggled(NOTHING, 'item-3');
    expect(idsOf(extended(from, 'item-5', ORDER))).toEqual(['item-3', 'item-4', 'item-5']);
    expect(idsOf(extended(extended(from, 'item-5', ORDER), 'item-1', ORDER))).toEqual(['item-1', 'item-2', 'item-3']);
    expect(idsOf(extended(NOTHING, 'item-4', ORDER))).toEqual(['item-4']);
  });

  it('forgets what is gone, and is the same when nothing is', () => {
    const two = toggled(toggled(NOTHING, 'item-1'), 'item-4');
    expect(idsOf(pruned(two, ['item-4']))).toEqual(['item-4']);
    expect(pruned(two, ORDER)).toBe(two);
  });

  it('moves together, in the order of the grid', () => {
    const moved = new Set(['item-4', 'item-1'] as const);
    expect(placeOf(moved, 'item-3', 'before', ORDER)).toEqual({ ids: ['item-1', 'item-4'], toIndex: 1 });
    expect(placeOf(moved, 'item-5', 'after', ORDER)).toEqual({ ids: ['item-1', 'item-4'], toIndex: 3 });
    expect(placeOf(moved, 'item-4', 'after', ORDER)).toBeNull();
  });
});
