import { nowMs } from '../../shared/clock.js';
import { delay } from '../../shared/delay.js';
import { onNextFrame } from '../../shared/frames.js';
import type { ItemId } from '../item.js';

export interface FrameBatch<Value> {
  /** Notes the last word about an item; told with the next frame whose turn it is. */
  note(id: ItemId, value: Value): void;
  /** Forgets what was noted for an item that it fits no longer. */
  forget(id: ItemId): void;
  destroy(): void;
}

/**
 * However many items report however often: at most one call of `flush` a frame, with the last word of each.
 *
 * @param everyMs at least this long between two calls; 0 for every frame
 */
export function createFrameBatch<Value>(everyMs: number, flush: (values: ReadonlyMap<ItemId, Value>) => void): FrameBatch<Value> {
  let noted = new Map<ItemId, Value>();
  let stop: (() => void) | null = null;
  let lastMs = 0;

  const run = (): void => {
    stop = null;
    lastMs = nowMs();
    const batch = noted;
    noted = new Map();
    flush(batch);
  };
  const schedule = (): (() => void) => {
    const waitMs = lastMs + everyMs - nowMs();
    if (waitMs <= 0) return onNextFrame(run);
    const waiting = new AbortController();
    delay(Math.min(waitMs, everyMs), waiting.signal).then(run, () => {});
    return () => waiting.abort();
  };

  return {
    note(id, value) {
      noted.set(id, value);
      stop ??= schedule();
    },
    forget: (id) => void noted.delete(id),
    destroy: () => stop?.(),
  };
}
