import { ItemTable } from '../ItemTable.js';
import { describe, expect, it } from 'vitest';
import type { UploadItem } from '../item.js';
import type { UploaderState } from '../state.js';
import { transition } from '../queue/transition.js';
import { itemIn } from '../testing/items.js';
import { hasOpen, NOTHING_SAVED, planSave } from './planSave.js';

const ticketOf = () => ({ idempotencyKey: 'k', wasAnswerLost: false });
const stateOf = (...items: UploadItem[]): UploaderState => ({
  ids: items.map(({ id }) => id),
  byId: ItemTable.of(items),
  pastIds: new Set(),
  pause: null,
  batchOptions: {},
  removesLocation: false,
  checkingCount: 0,
  keeping: { status: 'off' },
});

describe('planSave', () => {
  it('writes all at first, then only what changed', () => {
    const [ready, uploading] = [itemIn('ready'), itemIn('uploading')];
    const first = planSave(stateOf(ready, uploading), NOTHING_SAVED, ticketOf, Infinity);
    expect(first.items.map(({ id }) => id)).toEqual([ready.id, uploading.id]);
    expect(first.files.map(([id]) => id)).toEqual([ready.id, uploading.id]);
    const queued = transition(ready, { type: 'queued' });
    const second = planSave(stateOf(queued, uploading), first.saved, ticketOf, Infinity);
    expect(second.items).toMatchObject([{ id: ready.id, status: 'queued' }]);
    expect(second.files).toEqual([]);
  });

  it('writes nothing for progress', () => {
    const uploading = itemIn('uploading');
    const { saved } = planSave(stateOf(uploading), NOTHING_SAVED, ticketOf, Infinity);
    const later = planSave(stateOf(transition(uploading, { type: 'progressed', sentBytes: 80 })), saved, ticketOf, Infinity);
    expect([later.items, later.files, later.goneItems, later.goneFiles]).toEqual([[], [], [], []]);
  });

  it('drops the bytes of what is stored, and all of what is gone', () => {
    const [processing, ready] = [itemIn('processing'), itemIn('ready')];
    const { saved } = planSave(stateOf(processing, ready), NOTHING_SAVED, ticketOf, Infinity);
    const uploaded = transition(processing, { type: 'uploaded', image: null });
    const plan = planSave(stateOf(uploaded), saved, ticketOf, Infinity);
    expect(plan.goneItems).toEqual([ready.id]);
    expect(plan.goneFiles.toSorted()).toEqual([processing.id, ready.id].toSorted());
  });

  it('keeps files as long as there is room, and says when that is not all', () => {
    const items = [itemIn('ready'), itemIn('ready'), itemIn('ready')];
    const plan = planSave(stateOf(...items), NOTHING_SAVED, ticketOf, 250);
    expect(plan.files.map(([id]) => id)).toEqual([items[0]?.id, items[1]?.id]);
    expect(plan.isWhole).toBe(false);
    expect(planSave(stateOf(...items), NOTHING_SAVED, ticketOf, 300).isWhole).toBe(true);
  });

  it('has something to bring back as long as something is to be sent', () => {
    expect(hasOpen([itemIn('uploaded'), itemIn('waiting')])).toBe(true);
    expect(hasOpen([itemIn('uploaded'), itemIn('failed'), itemIn('rejected')])).toBe(false);
  });
});
