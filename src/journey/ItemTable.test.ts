import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId, UploadItem } from './item.js';
import { ItemTable } from './ItemTable.js';

const item = (id: ItemId, name = 'a.png', status: 'ready' | 'cancelled' = 'ready'): UploadItem => ({
  id,
  source: { kind: 'url', url: `https://img.example/${name}`, name },
  preview: { status: 'none' },
  options: {},
  format: null,
  status,
});

describe('ItemTable', () => {
  it('gives back what a map would, whatever was put into it', () => {
    const ids = fc.oneof(fc.nat({ max: 3_000 }), fc.nat(), fc.double()).map((number) => `item-${number}` as const);
    fc.assert(
      fc.property(fc.array(fc.array(ids)), (batches) => {
        const expected = new Map<ItemId, UploadItem>();
        let table = ItemTable.empty;
        for (const [at, batch] of batches.entries()) {
          const items = batch.map((id, index) => item(id, `${at}.png`, (at + index) % 2 === 0 ? 'ready' : 'cancelled'));
          for (const each of items) expected.set(each.id, each);
          table = table.with(items);
        }
        expect(table.size).toBe(expected.size);
        for (const status of ['ready', 'cancelled', 'queued'] as const) {
          expect(table.count(status)).toBe([...expected.values()].filter((each) => each.status === status).length);
        }
        for (const [id, each] of expected) expect(table.get(id)).toBe(each);
        expect(table.get('item-0.5')).toBe(expected.get('item-0.5'));
      }),
    );
  });

  it('stays as it was when another is made of it', () => {
    const before = ItemTable.of([item('item-1'), item('item-1025')]);
    const first = before.get('item-1');
    const after = before.with([item('item-1', 'b.png'), item('item-2')]);
    expect([before.get('item-1'), before.get('item-2'), before.size]).toEqual([first, undefined, 2]);
    expect(after.get('item-1025')).toBe(before.get('item-1025'));
    expect(after.size).toBe(3);
  });
});
