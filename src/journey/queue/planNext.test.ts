import fc from 'fast-check';
import { ItemTable } from '../ItemTable.js';
import { describe, expect, it } from 'vitest';
import { sizeBytesOf, type UploadItem } from '../item.js';
import { itemIn } from '../testing/items.js';
import { planNext, type PlanOptions } from './planNext.js';

const listed = (items: readonly UploadItem[]) => ({
  ids: items.map(({ id }) => id),
  byId: ItemTable.of(items),
});

const sized = (sizeBytes: number): UploadItem =>
  itemIn('queued', { source: { kind: 'file', file: new File([], 'a.png'), name: 'a.png', sizeBytes } });
const startedOf = (items: readonly UploadItem[], options: PlanOptions) => planNext(listed(items), options).items.map(({ id }) => id);

describe('planNext', () => {
  it('fills free slots in the order given', () => {
    const items = [itemIn('uploading'), itemIn('queued'), itemIn('queued'), itemIn('queued')];
    expect(startedOf(items, { maxRunning: 3 })).toEqual([items[1]?.id, items[2]?.id]);
  });
  it('counts what the host processes as running', () => {
    expect(startedOf([itemIn('processing'), itemIn('queued')], { maxRunning: 1 })).toEqual([]);
  });
  it('passes over what waits, is ready or is over', () => {
    expect(startedOf([itemIn('waiting'), itemIn('ready'), itemIn('failed'), itemIn('cancelled')], { maxRunning: 3 })).toEqual([]);
  });
  it('lets the smallest go first when told so, in the order given among equals', () => {
    const items = [sized(300), sized(20), sized(100), sized(20)];
    expect(startedOf(items, { maxRunning: 3, order: 'smallFirst' })).toEqual([items[1]?.id, items[3]?.id, items[2]?.id]);
  });
  it('starts nothing when more run than may', () => {
    expect(startedOf([itemIn('uploading'), itemIn('uploading'), itemIn('queued')], { maxRunning: 1 })).toEqual([]);
  });
  it('says from where the next plan may look, and looks from there', () => {
    const items = [itemIn('uploaded'), itemIn('ready'), itemIn('queued'), itemIn('uploaded'), itemIn('queued')];
    const plan = planNext(listed(items), { maxRunning: 1 });
    expect(plan).toEqual({ items: [items[2]], from: 2 });
    const left = items.map((item, at) => (at === 2 ? itemIn('uploaded') : item));
    expect(planNext(listed(left), { maxRunning: 1, from: plan.from })).toEqual({ items: [items[4]], from: 4 });
    expect(planNext(listed(left), { maxRunning: 0, from: 4 })).toEqual({ items: [], from: 4 });
  });
  it('lets those go first that a sorted list would, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 })), fc.nat({ max: 6 }), (sizes, maxRunning) => {
        const items = sizes.map(sized);
        const sorted = items.toSorted((one, other) => sizeBytesOf(one.source) - sizeBytesOf(other.source)).map(({ id }) => id);
        expect(startedOf(items, { maxRunning, order: 'smallFirst' })).toEqual(sorted.slice(0, maxRunning));
      }),
    );
  });
});
