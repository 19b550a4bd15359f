import { ItemTable } from '../ItemTable.js';
import { describe, expect, it } from 'vitest';
import { itemIn } from '../testing/items.js';
import { createQueueStore } from './createQueueStore.js';
import { batchOf, batchTotalsOf, outcomeOf, phaseOf, totalsOf } from './totals.js';

describe('totalsOf', () => {
  it('adds bytes of all but refused and cancelled files', () => {
    const totals = totalsOf([itemIn('uploading', { sentBytes: 50 }), itemIn('queued'), itemIn('cancelled'), itemIn('rejected')]);
    expect(totals).toMatchObject({ fileCount: 2, pendingCount: 2, sizeBytes: 200, sentBytes: 50, fraction: 0.25 });
  });
  it('is not done before the last answer', () => {
    expect(totalsOf([itemIn('processing'), itemIn('uploaded')]).fraction).toBeLessThan(1);
    expect(totalsOf([itemIn('uploaded'), itemIn('uploaded')]).fraction).toBe(1);
  });
  it('does not let a failed file hold back the bar', () => {
    expect(totalsOf([itemIn('failed'), itemIn('uploaded')]).fraction).toBe(1);
  });
  it('is zero for nothing', () => {
    expect(totalsOf([])).toMatchObject({ fileCount: 0, fraction: 0 });
  });
});

describe('phaseOf', () => {
  const phase = (...items: Parameters<typeof totalsOf>[0]) => phaseOf(totalsOf(items));
  it.each([
    ['empty', []],
    ['empty', [itemIn('rejected')]],
    ['empty', [itemIn('cancelled')]],
    ['ready', [itemIn('ready'), itemIn('rejected')]],
    ['uploading', [itemIn('waiting'), itemIn('failed')]],
    ['uploading', [itemIn('processing'), itemIn('ready')]],
    ['complete', [itemIn('uploaded'), itemIn('cancelled')]],
    ['complete', [itemIn('failed')]],
    ['complete', [itemIn('unknown')]],
    ['ready', [itemIn('uploaded'), itemIn('ready')]],
  ] as const)('is %s', (expected, items) => {
    expect(phase(...items)).toBe(expected);
  });
});

describe('outcomeOf', () => {
  it.each([
    ['success', [itemIn('uploaded'), itemIn('cancelled')]],
    ['mixed', [itemIn('uploaded'), itemIn('failed')]],
    ['mixed', [itemIn('uploaded'), itemIn('unknown')]],
    ['error', [itemIn('failed')]],
  ] as const)('is %s', (expected, items) => {
    expect(outcomeOf(totalsOf(items))).toBe(expected);
  });
});

describe('batchOf', () => {
  it('leaves out what earlier batches uploaded', () => {
    const [past, present] = [itemIn('uploaded'), itemIn('queued')];
    const state = { ids: [past.id, present.id], byId: ItemTable.of([past, present]), pastIds: new Set([past.id]) };
    expect(batchOf(state)).toEqual([present]);
  });
});

describe('batchTotalsOf', () => {
  it('counts what a walk through the batch finds, without those of earlier batches', () => {
    const past = [itemIn('uploaded'), itemIn('uploaded')];
    const present = [itemIn('uploading', { sentBytes: 50 }), itemIn('failed'), itemIn('rejected'), itemIn('uploaded')];
    const items = [...past, ...present];
    const queue = createQueueStore();
    queue.append(items, 0);
    // One of them was removed since.
    queue.set({ pastIds: new Set([...past.map(({ id }) => id), 'item-0' as const]) });
    expect(batchTotalsOf(queue.store.getState())).toEqual(totalsOf(present));
  });
});
