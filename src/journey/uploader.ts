import { QueryClient } from '@tanstack/query-core';
import type { UploadOptions } from '../api/contract.js';
import type { UploadClient } from '../api/UploadClient.js';
import { assertNever } from '../shared/assertNever.js';
import { carry, type Setback } from './carry.js';
import { createIntake } from './createIntake.js';
import type { ItemEvent, ItemId, UploadItem } from './item.js';
import { createPreviewer } from './preview/createPreviewer.js';
import { createPauseControl } from './queue/createPauseControl.js';
import { createProgressBatch } from './queue/createProgressBatch.js';
import { createQueueStore } from './queue/createQueueStore.js';
import { createWaits } from './queue/createWaits.js';
import { planNext } from './queue/planNext.js';
import { batchTotalsOf, itemsOf } from './queue/totals.js';
import type { UploaderState } from './state.js';
import { createSender } from './upload/createSender.js';
import { createTickets } from './upload/createTickets.js';
import { NO_LIMITS, type IntakeLimits } from './validate/checkSource.js';

export interface UploaderConfig {
  readonly client: UploadClient;
  /** The app's own, so that its devtools see each attempt to send. Default: one for this uploader alone. */
  readonly queryClient?: QueryClient;
  /** What is refused before sending. Default: every format of this API, any size. */
  readonly limits?: IntakeLimits;
  /** How many files are under way at once, 1 or more. Default 3. */
  readonly concurrency?: number;
  /** Sends what was added without waiting for `start`. Default false. */
  readonly autoStart?: boolean;
}

/** The journey of many files, without React. Commands never throw for an id that is gone. */
export interface Uploader {
  readonly client: UploadClient;
  getState(): UploaderState;
  /** @returns stops listening */
  subscribe(listener: (state: UploaderState) => void): () => void;
  /** Checks files by their bytes and lists them. While something is under way, they join it. Resolves with the ids in the files' order. */
  add(files: Iterable<File>): Promise<readonly ItemId[]>;
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
  retry(id: ItemId): void;
  /** `retry` for all that failed or is unknown. */
  retryFailed(): void;
  remove(id: ItemId): void;
  clear(): void;
  dismissRejections(): void;
  /** What the person says about one file; without effect once it was sent. */
  update(id: ItemId, options: UploadOptions): void;
  setBatchOptions(options: UploadOptions): void;
  /** Stops everything and lets go of timers, listeners, object URLs and requests. */
  destroy(): void;
}

/**
 * The journey: `add` takes files in (intake, validate, preview), `pump` carries them to the host (queue, upload).
 *
 * @throws RangeError when `concurrency` is not a whole number of at least 1
 */
export function createUploader({
  client,
  queryClient = new QueryClient(),
  limits = NO_LIMITS,
  concurrency = 3,
  autoStart = false,
}: UploaderConfig): Uploader {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new RangeError(`concurrency must be a whole number of at least 1, not ${concurrency}`);
  const queue = createQueueStore();
  const { getState } = queue.store;
  const previewer = createPreviewer();
  const sender = createSender(client, queryClient);
  const tickets = createTickets();
  const progress = createProgressBatch((batch) =>
    queue.sendAll([...batch].map(([id, sentBytes]) => [id, { type: 'progressed', sentBytes }])),
  );
  const waits = createWaits(queue, () => pump());
  const pauses = createPauseControl(queue, () => pump());
  const intake = createIntake(queue, previewer, limits);

  function emit(id: ItemId, event: ItemEvent): void {
    if (event.type === 'progressed') return progress.note(id, event.sentBytes);
    progress.forget(id);
    queue.send(id, event);
  }

  function pump(): void {
    const { pause, byId } = getState();
    if (pause) return;
    for (const id of planNext(itemsOf(getState()), pauses.isProbing() ? 1 : concurrency)) {
      const item = byId[id];
      if (item?.status === 'queued') void carryOn(item);
    }
  }

  async function carryOn(item: UploadItem & { status: 'queued' }): Promise<void> {
    const { id } = item;
    const ticket = tickets.of(item, () => ({ ...getState().batchOptions, ...item.options }));
    const setback = await carry(item, ticket, { client, send: sender.send, emit: (event) => emit(id, event) });
    if (ticket.controller.signal.aborted) return;
    if (setback?.plan.kind !== 'pauseQueue') pauses.passed();
    if (setback) recover(id, setback, ticket.controller.signal);
    else tickets.drop(id);
    pump();
  }

  function recover(id: ItemId, { plan, error, wasAnswerLost }: Setback, signal: AbortSignal): void {
    tickets.note(id, wasAnswerLost);
    switch (plan.kind) {
      case 'wait':
        return waits.backOff(id, plan.afterMs, error, signal);
      case 'waitForConnection':
        return pauses.offline(id, error);
      case 'pauseQueue':
        return pauses.rateLimited(id, plan.afterMs, error);
      case 'storedWithoutLink':
        return emit(id, { type: 'uploaded', image: null });
      case 'askPerson':
        return emit(id, { type: 'answerLost', error });
      case 'giveUp':
        return emit(id, { type: 'failed', error });
      default:
        return assertNever(plan);
    }
  }

  const idsOf = (...statuses: UploadItem['status'][]): ItemId[] =>
    itemsOf(getState())
      .filter((item) => statuses.includes(item.status))
      .map((item) => item.id);

  /** A new batch begins when something new is sent while nothing is under way; a retry goes on with the old one. */
  function enqueue(candidates: readonly ItemId[]): void {
    const sendable = new Set(idsOf('ready', 'failed', 'cancelled', 'unknown', 'waiting'));
    const ids = candidates.filter((id) => sendable.has(id));
    const isNew = ids.length > 0 && ids.every((id) => getState().byId[id]?.status === 'ready');
    if (isNew && batchTotalsOf(getState()).pendingCount === 0) queue.set({ pastIds: new Set(idsOf('uploaded')) });
    for (const id of ids) tickets.renew(id);
    queue.sendAll(ids.map((id) => [id, { type: 'queued' }]));
    pump();
  }

  function cancel(ids: readonly ItemId[]): void {
    queue.sendAll(ids.map((id) => [id, { type: 'cancelled' }]));
    for (const id of ids) tickets.stop(id);
    pauses.settle();
    pump();
  }

  function drop(ids: readonly ItemId[]): void {
    for (const id of ids) {
      previewer.release(id);
      tickets.drop(id);
    }
    queue.drop(new Set(ids));
    pauses.settle();
    pump();
  }

  return {
    client,
    getState,
    subscribe: (listener) => queue.store.subscribe((state) => listener(state)),
    add(files) {
      return intake.add(files, (added) => {
        if (autoStart || batchTotalsOf(getState()).pendingCount > 0) enqueue(added);
      });
    },
    setLimits: intake.setLimits,
    start: () => enqueue(idsOf('ready')),
    pause: pauses.pause,
    resume: pauses.resume,
    cancel: (id) => cancel([id]),
    cancelRemaining: () => cancel(idsOf('queued', 'waiting', 'uploading')),
    cancelAll: () => cancel(idsOf('queued', 'waiting', 'uploading', 'processing')),
    retry: (id) => enqueue([id]),
    retryFailed: () => enqueue(idsOf('failed', 'unknown')),
    remove: (id) => drop([id]),
    clear: () => drop(getState().ids),
    dismissRejections: () => drop(idsOf('rejected')),
    update: (id, options) => queue.send(id, { type: 'optionsChanged', options }),
    setBatchOptions: (batchOptions) => queue.set({ batchOptions }),
    destroy() {
      intake.destroy();
      pauses.destroy();
      tickets.destroy();
      progress.destroy();
      previewer.destroy();
      sender.destroy();
    },
  };
}
