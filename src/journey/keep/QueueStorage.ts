import type { UploadOptions } from '../../api/contract.js';
import type { UploadClient } from '../../api/UploadClient.js';
import type { ItemId, UploadItem } from '../item.js';
import type { Keeping, UploaderState } from '../state.js';

/** What makes a re-send safe, and so has to survive with the item. */
export interface KeptTicket {
  readonly idempotencyKey: string;
  readonly wasAnswerLost: boolean;
}

/** A queue as it comes back. */
export interface RestoredQueue {
  readonly items: readonly UploadItem[];
  readonly pastIds: ReadonlySet<ItemId>;
  readonly batchOptions: UploadOptions;
  readonly tickets: ReadonlyMap<ItemId, KeptTicket>;
}

/** The uploader, as storage sees it. */
export interface KeepingHost {
  readonly resend: UploadClient['resend'];
  getState(): UploaderState;
  subscribe(listener: () => void): () => void;
  ticketOf(id: ItemId): KeptTicket;
  restore(queue: RestoredQueue): void;
  setKeeping(keeping: Keeping): void;
}

/** Keeps a queue over a reload or crash of the tab. */
export interface QueueStorage {
  /** Gives back what was kept, then keeps what changes, until the signal aborts. Resolves when the queue is back; never rejects: what went wrong is said by `setKeeping`. */
  attach(host: KeepingHost, signal: AbortSignal): Promise<void>;
}
