import type { QueryClient } from '@tanstack/query-core';
import type { UploadOptions } from '../api/contract.js';
import type { UploadClient } from '../api/UploadClient.js';
import { createCommands } from './createCommands.js';
import { createChecks, type DuplicatePolicy } from './createChecks.js';
import { createIntake } from './createIntake.js';
import { createFiling } from './createFiling.js';
import type { FilingReport, FilingTarget } from './album/createFiler.js';
import type { DecodeHeic } from './createShrinking.js';
import { createLazyShrinking } from './createLazyShrinking.js';
import type { PickedSource } from './intake/PickedSource.js';
import { createPump } from './createPump.js';
import type { ItemId } from './item.js';
import type { QueueStorage } from './keep/QueueStorage.js';
import { createKeeping } from './createKeeping.js';
import { createPreviews } from './createPreviews.js';
import type { CustomCheck } from './validate/customCheck.js';
import { createQueueStore } from './queue/createQueueStore.js';
import type { UploadOrder } from './queue/planNext.js';
import { batchTotalsOf } from './queue/totals.js';
import type { UploaderState } from './state.js';
import { NO_LIMITS, type IntakeLimits } from './validate/checkSource.js';
import { callSafely } from '../shared/callSafely.js';

/** What an uploader is made from. */
export interface UploaderConfig {
  /** The host: `createGatewayClient`, `createApiClient`, `createSessionClient`, or one of the app's own. */
  readonly client: UploadClient;
  /** The app's own, so that it and its devtools see each attempt to send. Default: none, and nobody sees them. */
  readonly queryClient?: QueryClient;
  /** What is refused before sending. Default: every format of this API, any size. */
  readonly limits?: IntakeLimits;
  /** What `setBatchOptions` is at first: it holds for every file unless `update` says otherwise. */
  readonly defaultOptions?: UploadOptions;
  /** How many files are under way at once, 1 or more. Default 3. */
  readonly concurrency?: number;
  /** Sends what was added without waiting for `start`. Default false. */
  readonly autoStart?: boolean;
  /** Who goes first. Default `listed`: the order of the person. */
  readonly order?: UploadOrder;
  /** What becomes of a file whose bytes are listed already. `ask` refuses it and lets the person `keep` it. Default `keep`. */
  readonly duplicates?: DuplicatePolicy;
  /** The app's own check of a file that passed all others. */
  readonly validate?: CustomCheck;
  /** Makes a JPEG of a HEIC where the platform cannot, as `heic-to` does. Without it such a file is refused, with advice. */
  readonly decodeHeic?: DecodeHeic;
  /** What `setRemovesLocation` is at first. Default false. */
  readonly removesLocation?: boolean;
  /** Keeps the queue over a reload or crash of the tab, as `createQueueStorage` does. Default: it is lost. */
  readonly storage?: QueueStorage;
}

/** The journey of many files, without React. Commands never throw for an id that is gone. */
export interface Uploader {
  readonly client: UploadClient;
  getState(): UploaderState;
  /** What a listener throws is reported as uncaught and stops nothing.
   * @returns stops listening */
  subscribe(listener: (state: UploaderState) => void): () => void;
  /** Takes up what `storage` has kept and goes on with it. `add` does it by itself; call it to see the queue before anything is added. Without storage, nothing. */
  restore(): Promise<void>;
  /** Checks files by their bytes and lists them, addresses as they are. While something is under way, they join it. Resolves with the ids in their order. */
  add(picked: Iterable<File | PickedSource>): Promise<readonly ItemId[]>;
  /** New limits also apply to what is ready. */
  setLimits(limits: IntakeLimits): void;
  start(): void;
  /** Starts nothing new; what is being sent finishes. */
  pause(): void;
  resume(): void;
  cancel(id: ItemId): void;
  /** Cancels all that is queued, waiting or being sent; what the host is processing comes to its end. */
  cancelRemaining(): void;
  cancelAll(): void;
  /** Sends again what failed, was cancelled or is unknown, under the same idempotency key. */
  retry(ids: ItemId | readonly ItemId[]): void;
  /** `retry` for all that failed or is unknown. */
  retryFailed(): void;
  /** Many at once cost no more than one. */
  remove(ids: ItemId | readonly ItemId[]): void;
  clear(): void;
  dismissRejections(): void;
  /** Takes a refused duplicate all the same, where `duplicates` is `ask`. */
  keep(id: ItemId): void;
  /** Makes refused pictures fit the limits, one after the other; they are ready then. `rejected` items tell how it goes. Default: all that can be. */
  makeSmaller(ids?: readonly ItemId[]): Promise<void>;
  /** Puts what is stored into an album, new or there; `ids` alone where they are given, else what is not in one yet. Never rejects: `filing` of each item tells how it went. */
  fileIntoAlbum(target: FilingTarget, ids?: readonly ItemId[]): Promise<FilingReport>;
  /** Files again what could not be filed; nothing is uploaded twice, and no album is made twice. */
  retryFiling(): Promise<FilingReport>;
  /** Pictures are made of these alone: tiles in sight first, then those near them. What is not named any more is stopped, and let go when there are many. */
  wantPreviews(ids: readonly ItemId[]): void;
  /** Puts items together at another place among the others, 0 is the first. */
  reorder(ids: readonly ItemId[], toIndex: number): void;
  /** What the person says about one file; without effect once it was sent. */
  update(id: ItemId, options: UploadOptions): void;
  /** `update` of many at once. */
  updateAll(changes: Iterable<readonly [ItemId, UploadOptions]>): void;
  setBatchOptions(options: UploadOptions): void;
  /** Takes the place out of JPEG, PNG, WEBP and AVIF before they are sent, without touching the picture. Films keep it. A file whose place cannot be taken out is not sent. */
  setRemovesLocation(removesLocation: boolean): void;
  /** Stops everything and lets go of timers, listeners, object URLs and requests. */
  destroy(): void;
}

/**
 * The journey: `add` takes files in (intake, validate, preview), the pump carries them to the host (queue, upload).
 *
 * @throws RangeError when `concurrency` is not a whole number of at least 1
 */
export function createUploader({
  client,
  queryClient,
  limits = NO_LIMITS,
  concurrency = 3,
  autoStart = false,
  order = 'listed',
  duplicates = 'keep',
  storage,
  validate,
  decodeHeic,
  removesLocation = false,
  defaultOptions = {},
}: UploaderConfig): Uploader {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new RangeError(`concurrency must be a whole number of at least 1, not ${concurrency}`);
  const queue = createQueueStore();
  queue.set({ removesLocation, batchOptions: defaultOptions });
  const { getState } = queue.store;
  const checks = createChecks({ limits, duplicates, validate });
  const intake = createIntake(queue, checks, createPreviews(queue));
  const shrinking = createLazyShrinking({ queue, checks, decodeHeic, onReady: join });
  const filing = createFiling(queue, client);
  const pump = createPump({ queue, client, queryClient, concurrency, order });
  const { commands, enqueue } = createCommands({ queue, pump, intake, holders: [intake, shrinking] });
  const keeping = createKeeping({ storage, queue, intake, pump, resend: client.resend });
  function join(ids: readonly ItemId[]): void {
    if (autoStart || batchTotalsOf(getState()).pendingCount > 0) enqueue(ids);
  }
  return {
    ...commands,
    client,
    getState,
    subscribe: (listener) => queue.store.subscribe((state) => callSafely(() => listener(state))),
    restore: keeping.restore,
    async add(picked) {
      const all = [...picked];
      if (storage) await keeping.restore();
      return intake.add(all, (ids) => {
        join(ids);
        shrinking.convert(ids);
      });
    },
    setLimits: intake.setLimits,
    keep: (id) => void intake.keep(id).then((isKept) => isKept && join([id])),
    makeSmaller: (ids = getState().ids) => shrinking.makeSmaller(ids),
    fileIntoAlbum: filing.fileIntoAlbum,
    retryFiling: filing.retryFiling,
    wantPreviews: intake.wantPreviews,
    destroy() {
      keeping.destroy();
      intake.destroy();
      shrinking.destroy();
      filing.destroy();
      pump.destroy();
    },
  };
}
