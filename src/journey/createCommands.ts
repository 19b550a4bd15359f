import type { Intake } from './createIntake.js';
import type { Pump } from './createPump.js';
import type { ItemId, UploadItem } from './item.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { batchTotalsOf, itemsOf } from './queue/totals.js';

/** What a person can do with items of the queue. Ids that are gone, and items that it does not fit, are left alone. */
export function createCommands(queue: QueueStore, pump: Pump, intake: Pick<Intake, 'release'>) {
  const { getState } = queue.store;

  const idsOf = (...statuses: UploadItem['status'][]): ItemId[] =>
    itemsOf(getState())
      .filter((item) => statuses.includes(item.status))
      .map((item) => item.id);

  return {
    idsOf,
    /** A new batch begins when something new is sent while nothing is under way; a retry goes on with the old one. */
    enqueue(candidates: readonly ItemId[]): void {
      const sendable = new Set(idsOf('ready', 'failed', 'cancelled', 'unknown', 'waiting'));
      const ids = candidates.filter((id) => sendable.has(id));
      const isNew = ids.length > 0 && ids.every((id) => getState().byId[id]?.status === 'ready');
      if (isNew && batchTotalsOf(getState()).pendingCount === 0) queue.set({ pastIds: new Set(idsOf('uploaded')) });
      for (const id of ids) pump.tickets.renew(id);
      queue.sendAll(ids.map((id) => [id, { type: 'queued' }]));
      pump.run();
    },
    cancel(ids: readonly ItemId[]): void {
      queue.sendAll(ids.map((id) => [id, { type: 'cancelled' }]));
      for (const id of ids) pump.tickets.stop(id);
      pump.pauses.settle();
      pump.run();
    },
    drop(ids: readonly ItemId[]): void {
      for (const id of ids) {
        intake.release(id);
        pump.tickets.drop(id);
      }
      queue.drop(new Set(ids));
      pump.pauses.settle();
      pump.run();
    },
  };
}
