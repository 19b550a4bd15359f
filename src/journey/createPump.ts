import type { QueryClient } from '@tanstack/query-core';
import type { StoredImage, UploadOptions } from '../api/contract.js';
import type { UploadCallOptions, UploadClient } from '../api/UploadClient.js';
import { assertNever } from '../shared/assertNever.js';
import { carry, type Setback } from './carry.js';
import { sizeBytesOf, type ItemEvent, type ItemId, type UploadItem } from './item.js';
import { createPauseControl, type PauseControl } from './queue/createPauseControl.js';
import { createFrameBatch } from './queue/createFrameBatch.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { createWaits } from './queue/createWaits.js';
import { createPlanner } from './queue/createPlanner.js';
import type { UploadOrder } from './queue/planNext.js';
import { createSender } from './upload/createSender.js';
import { createTickets, type Tickets } from './upload/createTickets.js';
import { withoutLocation } from './withoutLocation.js';

export interface PumpDeps {
  readonly queue: QueueStore;
  readonly client: UploadClient;
  readonly queryClient: QueryClient | undefined;
  /** How many items are under way at once. */
  readonly concurrency: number;
  readonly order: UploadOrder;
}

/** Carries queued items to the host. */
export interface Pump {
  readonly pauses: PauseControl;
  readonly tickets: Tickets;
  /** Starts what the plan lets start. Called after everything that may have made room or work. */
  run(): void;
  destroy(): void;
}

/** Often enough for a bar to be seen moving; sixty times a second would cost a phone more than the upload. */
const PROGRESS_EVERY_MS = 250;

export function createPump({ queue, client, queryClient, concurrency, order }: PumpDeps): Pump {
  const { getState } = queue.store;
  const sender = createSender(client, queryClient);
  const tickets = createTickets();
  const progress = createFrameBatch<number>(PROGRESS_EVERY_MS, (batch) =>
    queue.sendAll([...batch].map(([id, sentBytes]) => [id, { type: 'progressed', sentBytes }])),
  );
  const planner = createPlanner(queue, order);
  const waits = createWaits(queue, run);
  const pauses = createPauseControl(queue, run);
  const recover = createRecovery({ emit, tickets, waits, pauses });

  function emit(id: ItemId, event: ItemEvent): void {
    if (event.type === 'progressed') return progress.note(id, event.sentBytes);
    progress.forget(id);
    queue.send(id, event);
  }

  function run(): void {
    if (getState().pause) return;
    for (const item of planner.next(pauses.isProbing() ? 1 : concurrency)) {
      // Who heard of the one before may have cancelled it.
      if (getState().byId.get(item.id) === item) void carryOn(item);
    }
  }

  async function send(item: UploadItem, options: UploadOptions, call: UploadCallOptions): Promise<StoredImage> {
    if (!getState().removesLocation) return sender.send(item, options, call);
    const leaving = await withoutLocation(item);
    call.signal.throwIfAborted();
    return sender.send(leaving, options, { ...call, onSentBytes: scaled(call.onSentBytes, sizeOf(leaving), sizeBytesOf(item.source)) });
  }

  async function carryOn(item: UploadItem & { status: 'queued' }): Promise<void> {
    const { id } = item;
    const ticket = tickets.of(item, () => ({ ...getState().batchOptions, ...item.options }));
    const setback = await carry(item, ticket, { client, send, emit: (event) => emit(id, event) });
    if (ticket.controller.signal.aborted) return;
    if (setback?.plan.kind !== 'pauseQueue') pauses.passed();
    if (setback) recover(id, setback, ticket.controller.signal);
    else tickets.drop(id);
    run();
  }

  return {
    pauses,
    tickets,
    run,
    destroy() {
      planner.destroy();
      pauses.destroy();
      tickets.destroy();
      progress.destroy();
      sender.destroy();
    },
  };
}

const sizeOf = ({ source }: UploadItem): number => (source.kind === 'file' ? source.file.size : 0);

/** Without its place a file may be a little smaller than what the progress counts. */
const scaled =
  (onSentBytes: (sentBytes: number) => void, leavingBytes: number, countedBytes: number) =>
  (sentBytes: number): void =>
    onSentBytes(sentBytes >= leavingBytes ? countedBytes : Math.min(sentBytes, countedBytes - 1));

interface RecoveryDeps {
  readonly emit: (id: ItemId, event: ItemEvent) => void;
  readonly tickets: Tickets;
  readonly waits: ReturnType<typeof createWaits>;
  readonly pauses: PauseControl;
}

/** Carries out what the plan says after an attempt that ended badly. */
function createRecovery({ emit, tickets, waits, pauses }: RecoveryDeps) {
  return (id: ItemId, { plan, error, wasAnswerLost }: Setback, signal: AbortSignal): void => {
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
  };
}
