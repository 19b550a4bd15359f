import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ItemEvent, ItemId, UploadItem } from '../item.js';
import type { UploaderState } from '../state.js';
import { ItemTable } from '../ItemTable.js';
import { markOfCourse } from './ofCourse.js';
import { itemsOf } from './totals.js';
import { transition } from './transition.js';

/** The only writer of the queue. Nothing else calls the store's `setState`. */
export interface QueueStore {
  readonly store: StoreApi<UploaderState>;
  /** One event to one item; an unknown id or a late event changes nothing and tells nobody. */
  send(id: ItemId, event: ItemEvent): void;
  /** Several at once, one notification. */
  sendAll(events: Iterable<readonly [ItemId, ItemEvent]>): void;
  /** `checkedCount` of those that are being looked at are done with it. */
  append(items: readonly UploadItem[], checkedCount: number): void;
  drop(ids: ReadonlySet<ItemId>): void;
  /** Puts items together at another place among the others, 0 is the first; beyond the ends it is the first or last. */
  move(ids: readonly ItemId[], toIndex: number): void;
  set(change: Partial<Pick<UploaderState, 'batchOptions' | 'checkingCount' | 'keeping' | 'pastIds' | 'pause' | 'removesLocation'>>): void;
}

const EMPTY: UploaderState = {
  ids: [],
  pastIds: new Set(),
  byId: ItemTable.empty,
  pause: null,
  batchOptions: {},
  removesLocation: false,
  checkingCount: 0,
  keeping: { status: 'off' },
};

/** What an upload tells of itself as it goes well. */
const COURSE: ReadonlySet<ItemEvent['type']> = new Set(['started', 'progressed', 'sent', 'uploaded']);

/** A queue of its own, empty. One per uploader. */
export function createQueueStore(): QueueStore {
  const store = createStore<UploaderState>(() => EMPTY);

  const sendAll = (events: Iterable<readonly [ItemId, ItemEvent]>): void => {
    const before = store.getState();
    const { byId } = before;
    const changed = new Map<ItemId, UploadItem>();
    let isCourse = true;
    for (const [id, event] of events) {
      isCourse &&= COURSE.has(event.type);
      const item = changed.get(id) ?? byId.get(id);
      if (!item) continue;
      const next = transition(item, event);
      if (next !== item) changed.set(id, next);
    }
    if (changed.size === 0) return;
    const state = { ...before, byId: byId.with(changed.values()) };
    if (isCourse) markOfCourse(state);
    store.setState(state, true);
  };

  return {
    store,
    sendAll,
    send: (id, event) => sendAll([[id, event]]),
    append: (items, checkedCount) =>
      store.setState(({ ids, byId, checkingCount }) => ({
        checkingCount: checkingCount - checkedCount,
        ids: [...ids, ...items.map((item) => item.id)],
        byId: byId.with(items),
      })),
    drop: (gone) =>
      store.setState(({ ids, byId }) => {
        const kept = ids.filter((id) => !gone.has(id));
        return { ids: kept, byId: ItemTable.of(itemsOf({ ids: kept, byId })) };
      }),
    move: (moved, toIndex) =>
      store.setState(({ ids, byId }) => {
        const present = moved.filter((id) => byId.get(id));
        const gone = new Set(present);
        return { ids: ids.filter((id) => !gone.has(id)).toSpliced(Math.max(0, toIndex), 0, ...present) };
      }),
    set: (change) => store.setState(change),
  };
}
