import { onNextFrame } from '../../shared/frames.js';
import type { ItemId } from '../item.js';

export interface FrameBatch<Value> {
  /** Notes the last word about an item; told with the next frame. */
  note(id: ItemId, value: Value): void;
  /** Forgets what was noted for an item that it fits no longer. */
  forget(id: ItemId): void;
  destroy(): void;
}

/** However many items report however often: one call of `flush` a frame, with the last word of each. */
export function createFrameBatch<Value>(flush: (values: ReadonlyMap<ItemId, Value>) => void): FrameBatch<Value> {
  let noted = new Map<ItemId, Value>();
  let cancelFrame: (() => void) | null = null;
  const run = (): void => {
    cancelFrame = null;
    const batch = noted;
    noted = new Map();
    flush(batch);
  };
  return {
    note(id, value) {
      noted.set(id, value);
      cancelFrame ??= onNextFrame(run);
    },
    forget: (id) => void noted.delete(id),
    destroy: () => cancelFrame?.(),
  };
}
