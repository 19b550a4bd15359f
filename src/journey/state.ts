import type { UploadOptions } from '../api/contract.js';
import type { AnyUploadError } from '../shared/UploadError.js';
import type { ItemId } from './item.js';
import type { ItemTable } from './ItemTable.js';

/** Why the whole queue stands still. `untilMs` is null when it does not go on by itself. */
export type Pause =
  | { readonly reason: 'person' }
  | { readonly reason: 'rateLimit'; readonly untilMs: number | null; readonly error: AnyUploadError }
  | { readonly reason: 'offline' };

/** Whether the queue survives a reload. `isWhole`: the bytes of every file that is still to be sent are kept too. */
export type Keeping =
  | { readonly status: 'off' }
  | { readonly status: 'opening' }
  | { readonly status: 'on'; readonly isWhole: boolean }
  | { readonly status: 'stopped'; readonly reason: 'full' | 'otherTab' | 'unavailable' };

/** All that one uploader knows. Totals and the phase are computed from it, never stored; counts come with `byId`, which keeps them true. */
export interface UploaderState {
  /** In the order of adding; refused ones included. */
  readonly ids: readonly ItemId[];
  /** Uploaded in earlier batches: still shown, no longer counted in the progress of the present one. */
  readonly pastIds: ReadonlySet<ItemId>;
  /** All of `ids`. */
  readonly byId: ItemTable;
  readonly pause: Pause | null;
  /** What holds for all files; what was said about one file wins over it. */
  readonly batchOptions: UploadOptions;
  /** Whether the place is taken out of pictures before they are sent; films keep it. */
  readonly removesLocation: boolean;
  /** How many files `add` is still looking at. */
  readonly checkingCount: number;
  /** Whether the queue outlives its tab. */
  readonly keeping: Keeping;
}

/** What the box shows: nothing, a queue to send, sending, or how it ended. */
export type Phase = 'empty' | 'ready' | 'uploading' | 'complete';

/** How a finished batch went: all stored, some, none. */
export type Outcome = 'success' | 'mixed' | 'error';
