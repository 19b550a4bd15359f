import { nowMs } from '../../shared/clock.js';
import { delay } from '../../shared/delay.js';
import type { AnyUploadError } from '../../shared/UploadError.js';
import type { ItemId } from '../item.js';
import type { QueueStore } from './createQueueStore.js';

/** Lets single items wait out their back-off, then puts them in the queue again. */
export function createWaits(queue: QueueStore, onQueued: () => void) {
  return {
    /** The signal is the item's own: cancelling or removing it ends the wait. */
    backOff(id: ItemId, afterMs: number, error: AnyUploadError, signal: AbortSignal): void {
      queue.send(id, { type: 'waited', waiting: { reason: 'backOff', untilMs: nowMs() + afterMs, error } });
      delay(afterMs, signal).then(
        () => {
          queue.send(id, { type: 'queued' });
          onQueued();
        },
        // Aborted: whoever did it has also said what becomes of the item.
        () => {},
      );
    },
  };
}
