import { createPacer } from '../../shared/createPacer.js';
import type { ItemId } from '../item.js';

export interface FrameBatch<Value> {
  /** Notes the last word about an item; told with the next frame whose turn it is. */
  note(id: ItemId, value: Value): void;
  /** Forgets what was noted for an item that it fits no longer. */
  forget(id: ItemId): void;
  destroy(): void;
}

/**
 * However many items report however often: at most one call of `flush` a beat, with the last word of each.
 *
 * @param everyMs how long a beat lasts, as in `createPacer`; 0 for every frame
 */
export function createFrameBatch<Value>(everyMs: number, flush: (values: ReadonlyMap<ItemId, Value>) => void): FrameBatch<Value> {
  let noted = new Map<ItemId, Value>();
  const pacer = createPacer(everyMs, () => {
    const batch = noted;
    noted = new Map();
    flush(batch);
  });
  return {
    note(id, value) {
      noted.set(id, value);
      pacer.request();
    },
    forget: (id) => void noted.delete(id),
    destroy: pacer.stop,
  };
}
