import type { Intake } from './createIntake.js';
import type { Pump } from './createPump.js';
import type { ItemId, UploadItem } from './item.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { batchTotalsOf, itemsOf } from './queue/totals.js';
import type { Uploader } from './uploader.js';

export type Commands = Pick<
  Uploader,
  | 'cancel'
  | 'cancelAll'
  | 'cancelRemaining'
  | 'clear'
  | 'dismissRejections'
  | 'pause'
  | 'remove'
  | 'reorder'
  | 'resume'
  | 'retry'
  | 'retryFailed'
  | 'setBatchOptions'
  | 'setRemovesLocation'
  | 'start'
  | 'update'
  | 'updateAll'
>;

export interface CommandsDeps {
  readonly queue: QueueStore;
  readonly pump: Pump;
  readonly intake: Pick<Intake, 'stop'>;
  /** They let go of what is removed. */
  readonly holders: readonly Pick<Intake, 'release'>[];
}

/** What a person can do with items of the queue, and `enqueue`, by which all of them set out. Ids that are gone, and items that it does not fit, are left alone. */
export function createCommands({ queue, pump, intake, holders }: CommandsDeps): {
  readonly commands: Commands;
  readonly enqueue: (candidates: readonly ItemId[]) => void;
} {
  const { getState } = queue.store;

  const idsOf = (...statuses: UploadItem['status'][]): ItemId[] => idsIn(itemsOf(getState()), statuses);

  /** A new batch begins when something new is sent while nothing is under way; a retry goes on with the old one. */
  function enqueue(candidates: readonly ItemId[]): void {
    const sendable = new Set(idsOf('ready', 'failed', 'cancelled', 'unknown', 'waiting'));
    const ids = candidates.filter((id) => sendable.has(id));
    const isNew = ids.length > 0 && ids.every((id) => getState().byId.get(id)?.status === 'ready');
    if (isNew && batchTotalsOf(getState()).pendingCount === 0) queue.set({ pastIds: new Set(idsOf('uploaded')) });
    for (const id of ids) pump.tickets.renew(id);
    queue.sendAll(ids.map((id) => [id, { type: 'queued' }]));
    pump.run();
  }

  function cancel(ids: readonly ItemId[]): void {
    queue.sendAll(ids.map((id) => [id, { type: 'cancelled' }]));
    for (const id of ids) pump.tickets.stop(id);
    pump.pauses.settle();
    pump.run();
  }

  function drop(ids: readonly ItemId[]): void {
    for (const id of ids) {
      for (const holder of holders) holder.release(id);
      pump.tickets.drop(id);
    }
    queue.drop(new Set(ids));
    pump.pauses.settle();
    pump.run();
  }

  const commands: Commands = {
    start: () => enqueue(idsOf('ready')),
    pause: pump.pauses.pause,
    resume: pump.pauses.resume,
    cancel: (id) => cancel([id]),
    cancelRemaining: () => cancel(idsOf('queued', 'waiting', 'uploading')),
    cancelAll: () => cancel(idsOf('queued', 'waiting', 'uploading', 'processing')),
    retry: (ids) => enqueue(listOf(ids)),
    retryFailed: () => enqueue(idsOf('failed', 'unknown')),
    remove: (ids) => drop(listOf(ids)),
    clear() {
      intake.stop();
      drop(getState().ids);
    },
    dismissRejections: () => drop(idsOf('rejected')),
    reorder: queue.move,
    update: (id, options) => queue.send(id, { type: 'optionsChanged', options }),
    updateAll: (changes) => queue.sendAll([...changes].map(([id, options]) => [id, { type: 'optionsChanged', options }])),
    setBatchOptions: (batchOptions) => queue.set({ batchOptions }),
    setRemovesLocation: (removesLocation) => queue.set({ removesLocation }),
  };
  return { commands, enqueue };
}

const listOf = (ids: ItemId | readonly ItemId[]): readonly ItemId[] => (typeof ids === 'string' ? [ids] : ids);

const idsIn = (items: readonly UploadItem[], statuses: readonly UploadItem['status'][]): ItemId[] =>
  items.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
