import { ItemTable } from '../ItemTable.js';
import { describe, expect, it } from 'vitest';
import type { UploadItem } from '../item.js';
import { itemIn } from '../testing/items.js';
import { planNext } from './planNext.js';

const listed = (items: readonly UploadItem[]) => ({
  ids: items.map(({ id }) => id),
  byId: ItemTable.of(items),
});

describe('planNext', () => {
  it('fills free slots in the order given', () => {
    const items = [itemIn('uploading'), itemIn('queued'), itemIn('queued'), itemIn('queued')];
    expect(planNext(listed(items), 3)).toEqual([items[1]?.id, items[2]?.id]);
  });
  it('counts what the host processes as running', () => {
    expect(planNext(listed([itemIn('processing'), itemIn('queued')]), 1)).toEqual([]);
  });
  it('passes over what waits, is ready or is over', () => {
    expect(planNext(listed([itemIn('waiting'), itemIn('ready'), itemIn('failed'), itemIn('cancelled')]), 3)).toEqual([]);
  });
  it('lets the smallest go first when told so, in the order given among equals', () => {
    const sized = (sizeBytes: number) =>
      itemIn('queued', { source: { kind: 'file', file: new File([], 'a.png'), name: 'a.png', sizeBytes } });
    const items = [sized(300), sized(20), sized(100), sized(20)];
    expect(planNext(listed(items), 3, 'smallFirst')).toEqual([items[1]?.id, items[3]?.id, items[2]?.id]);
  });
  it('starts nothing when more run than may', () => {
    expect(planNext(listed([itemIn('uploading'), itemIn('uploading'), itemIn('queued')]), 1)).toEqual([]);
  });
});
