import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId, UploadItem } from './item.js';
import { ItemTable } from './ItemTable.js';
import { NO_TALLY, tallied } from './tally.js';
import { ALL_STATUSES, itemIn } from './testing/items.js';

const item = (id: ItemId, name = 'a.png'): UploadItem => ({
  id,
  source: { kind: 'url', url: `https://img.example/${name}`, name },
  preview: { status: 'none' },
  options: {},
  format: null,
  status: 'ready',
});

describe('ItemTable', () => {
  it('gives back what a map would, whatever was put into it', () => {
    const ids = fc.oneof(fc.nat({ max: 3_000 }), fc.nat(), fc.double()).map((number) => `item-${number}` as const);
    // Some of them twice in a batch, and clients that tell parts of a byte.
    const changes = fc.record({
      id: ids,
      status: fc.constantFrom(...ALL_STATUSES),
      sentBytes: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(changes)), (batches) => {
        const expected = new Map<ItemId, UploadItem>();
        let table = ItemTable.empty;
        for (const batch of batches) {
          const items = batch.map(({ id, status, sentBytes }) => ({ ...itemIn(status), id, ...(status === 'uploading' && { sentBytes }) }));
          for (const each of items) expected.set(each.id, each);
          table = table.with(items);
        }
        expect(table.tally).toEqual(tallied(NO_TALLY, expected.values()));
        for (const [id, each] of expected) expect(table.get(id)).toBe(each);
        expect(table.get('item-0.5')).toBe(expected.get('item-0.5'));
      }),
    );
  });

  it('stays as it was when another is made of it', () => {
    const before = ItemTable.of([item('item-1'), item('item-1025')]);
    const first = before.get('item-1');
    const after = before.with([item('item-1', 'b.png'), item('item-2')]);
    expect([before.get('item-1'), before.get('item-2'), before.tally.counts.ready]).toEqual([first, undefined, 2]);
    expect(after.get('item-1025')).toBe(before.get('item-1025'));
    expect(after.tally.counts.ready).toBe(3);
  });
});
