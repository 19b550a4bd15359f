import type { UploaderState } from '../state.js';
import { hasOpen, NOTHING_SAVED, planSave, type Saved, type SavePlan } from './planSave.js';
import { clearDb, openQueueDb, STORES, type QueueDb } from './queueDb.js';
import type { KeepingHost } from './QueueStorage.js';
import { fromSaved, ticketOf } from './savedItem.js';
import { stoppedBy } from './stoppedBy.js';
import { takeLock } from './takeLock.js';

/** Takes the lock, gives back what was kept, and keeps up with the queue. Loaded when it is first needed. */
export async function keepQueue(host: KeepingHost, name: string, maxBytes: number, signal: AbortSignal): Promise<void> {
  const lock = await takeLock(`dropline ${name}`, signal);
  if (lock !== 'taken') return host.setKeeping({ status: 'stopped', reason: lock });
  const db = await openQueueDb(name);
  signal.addEventListener('abort', () => db.close(), { once: true });
  keepUp(db, host, { maxBytes, signal, first: await giveBack(db, host) });
}

/** @returns what stays in the database */
async function giveBack(db: QueueDb, host: KeepingHost): Promise<Saved> {
  const [queue, saved] = await Promise.all([db.get('queue', 'queue'), db.getAll('items')]);
  if (!hasOpen(saved)) {
    await clearDb(db);
    return NOTHING_SAVED;
  }
  const byId = new Map(saved.map((item) => [item.id, item]));
  const inOrder = (queue?.ids ?? []).flatMap((id) => byId.get(id) ?? []);
  const items = await Promise.all(inOrder.map(async (item) => fromSaved(item, await db.get('files', item.id), host.resend)));
  const tickets = new Map(inOrder.map((item) => [item.id, ticketOf(item)]));
  host.restore({ items, tickets, pastIds: new Set(queue?.pastIds), batchOptions: queue?.batchOptions ?? {} });
  return {
    items: new Map(saved.map((item) => [item.id, JSON.stringify(item)])),
    files: new Map(items.flatMap(({ id, source }) => (source.kind === 'file' ? [[id, source.sizeBytes]] : []))),
  };
}

interface KeepUpOptions {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly first: Saved;
}

/** Writes what changes, one transaction after the other: what changes while one is written goes with the next. */
function keepUp(db: QueueDb, host: KeepingHost, { maxBytes, signal, first }: KeepUpOptions): void {
  let saved = first;
  let seen: UploaderState | null = null;
  let isWriting = false;

  async function write(): Promise<void> {
    if (isWriting || signal.aborted) return;
    isWriting = true;
    try {
      while (seen !== host.getState()) {
        const state = host.getState();
        const plan = hasOpen(Object.values(state.byId)) ? planSave(state, saved, host.ticketOf, maxBytes) : null;
        if (plan && (hasWork(plan) || !isSameList(state, seen))) await save(db, plan, state);
        else if (!plan && saved !== NOTHING_SAVED) await clearDb(db);
        saved = plan?.saved ?? NOTHING_SAVED;
        seen = state;
        host.setKeeping({ status: 'on', isWhole: plan?.isWhole ?? true });
      }
    } catch (thrown) {
      stop();
      if (!signal.aborted) host.setKeeping(stoppedBy(thrown));
      await clearDb(db).catch(() => {});
    } finally {
      isWriting = false;
    }
  }

  const stop = host.subscribe(() => void write());
  signal.addEventListener('abort', stop, { once: true });
  void write();
}

/** Progress alone is nothing to write. */
const hasWork = ({ items, files, goneItems, goneFiles }: SavePlan): boolean =>
  [items, files, goneItems, goneFiles].some(({ length }) => length > 0);

const isSameList = (state: UploaderState, before: UploaderState | null): boolean =>
  state.ids === before?.ids && state.pastIds === before.pastIds && state.batchOptions === before.batchOptions;

async function save(db: QueueDb, plan: SavePlan, { ids, pastIds, batchOptions }: UploaderState): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  const items = transaction.objectStore('items');
  const files = transaction.objectStore('files');
  await Promise.all([
    ...plan.items.map((item) => items.put(item)),
    ...plan.goneItems.map((id) => items.delete(id)),
    ...plan.files.map(([id, file]) => files.put(file, id)),
    ...plan.goneFiles.map((id) => files.delete(id)),
    transaction.objectStore('queue').put({ ids, pastIds: [...pastIds], batchOptions }, 'queue'),
    transaction.done,
  ]);
}
