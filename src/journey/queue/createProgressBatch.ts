import { onNextFrame } from '../../shared/frames.js';
import type { ItemId } from '../item.js';

export interface ProgressBatch {
  /** Notes how far an item is; told with the next frame. */
  note(id: ItemId, sentBytes: number): void;
  /** Forgets what was noted for an item whose status changed meanwhile. */
  forget(id: ItemId): void;
  destroy(): void;
}

/** However many uploads report however often: one call of `flush` a frame, with the last word of each item. */
export function createProgressBatch(flush: (progress: ReadonlyMap<ItemId, number>) => void): ProgressBatch {
  let noted = new Map<ItemId, number>();
  let cancelFrame: (() => void) | null = null;
  const run = (): void => {
    cancelFrame = null;
    const batch = noted;
    noted = new Map();
    flush(batch);
  };
  return {
    note(id, sentBytes) {
      noted.set(id, sentBytes);
      cancelFrame ??= onNextFrame(run);
    },
    forget: (id) => void noted.delete(id),
    destroy: () => cancelFrame?.(),
  };
}
