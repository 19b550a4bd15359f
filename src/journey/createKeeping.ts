import type { UploadClient } from '../api/UploadClient.js';
import type { Intake } from './createIntake.js';
import type { Pump } from './createPump.js';
import type { KeepingHost, QueueStorage } from './keep/QueueStorage.js';
import type { QueueStore } from './queue/createQueueStore.js';

export interface KeepingDeps {
  readonly storage: QueueStorage | undefined;
  readonly queue: QueueStore;
  readonly intake: Intake;
  readonly pump: Pump;
  readonly resend: UploadClient['resend'];
}

/** Joins a storage to the queue. It starts with `restore`, not before: an uploader that React makes and throws away must not take the lock. */
export function createKeeping({ storage, queue, intake, pump, resend }: KeepingDeps) {
  const lifetime = new AbortController();
  let restored: Promise<void> | undefined;
  const { getState, subscribe } = queue.store;

  const host: KeepingHost = {
    resend,
    getState,
    subscribe: (listener) => subscribe(listener),
    ticketOf: pump.tickets.kept,
    restore({ items, pastIds, batchOptions, tickets }) {
      for (const [id, ticket] of tickets) pump.tickets.restore(id, ticket);
      queue.set({ pastIds, batchOptions });
      intake.takeBack(items);
      pump.run();
    },
    setKeeping(keeping) {
      if (JSON.stringify(keeping) !== JSON.stringify(getState().keeping)) queue.set({ keeping });
    },
  };

  return {
    restore: (): Promise<void> => (restored ??= storage?.attach(host, lifetime.signal) ?? Promise.resolve()),
    destroy: () => lifetime.abort(),
  };
}
