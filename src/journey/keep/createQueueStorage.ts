import type { QueueStorage } from './QueueStorage.js';
import { stoppedBy } from './stoppedBy.js';

/** Where the queue is kept, and how much of it. */
export interface QueueStorageOptions {
  /** Tells queues of one site apart: those of two boxes, or of two people. */
  readonly name: string;
  /** How many bytes of files are kept at most; those beyond come back without their bytes. Default 500 MB. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 500_000_000;

/**
 * Keeps a queue in IndexedDB: files up to a size, options, results, and the keys that make a re-send safe. One tab at a time, by a Web Lock, which plain HTTP
 * does not have; an ended queue is forgotten. What is kept stays readable for whoever uses this browser, so an app decides.
 */
export function createQueueStorage({ name, maxBytes = DEFAULT_MAX_BYTES }: QueueStorageOptions): QueueStorage {
  return {
    async attach(host, signal) {
      host.setKeeping({ status: 'opening' });
      try {
        const { keepQueue } = await import('./keepQueue.js');
        await keepQueue(host, name, maxBytes, signal);
      } catch (thrown) {
        if (!signal.aborted) host.setKeeping(stoppedBy(thrown));
      }
    },
  };
}
