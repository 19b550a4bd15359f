import type { UploaderState } from '../state.js';
import { hasOpen, itemsOf, NOTHING_SAVED, planSave, type Saved, type SavePlan } from './planSave.js';
import { clearDb, openQueueDb, STORES, type QueueDb } from './queueDb.js';
import type { KeepingHost } from './QueueStorage.js';
import { fromSaved, ticketOf } from './savedItem.js';
import { stoppedBy } from './stoppedBy.js';
import { takeLock } from './takeLock.js';

const REQUESTS_AT_ONCE = 50;

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
        if (seen && isProgressAlone(state, seen)) {
          seen = state;
          continue;
        }
        const plan = hasOpen(itemsOf(state)) ? planSave(state, saved, host.ticketOf, maxBytes) : null;
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

/** Bytes that are on their way and pictures change often and are not kept: ten thousand files must not be compared with the database for them. */
const isProgressAlone = (state: UploaderState, before: UploaderState): boolean =>
  isSameList(state, before) &&
  state.ids.every((id) => {
    const [item, last] = [state.byId.get(id), before.byId.get(id)];
    return item === last || (item?.status === 'uploading' && last?.status === 'uploading' && item.options === last.options);
  });

const hasWork = ({ items, files, goneItems, goneFiles }: SavePlan): boolean =>
  [items, files, goneItems, goneFiles].some(({ length }) => length > 0);

const isSameList = (state: UploaderState, before: UploaderState | null): boolean =>
  state.ids === before?.ids && state.pastIds === before.pastIds && state.batchOptions === before.batchOptions;

async function save(db: QueueDb, plan: SavePlan, { ids, pastIds, batchOptions }: UploaderState): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  const items = transaction.objectStore('items');
  const files = transaction.objectStore('files');
  const done = transaction.done;
  // A transaction that fails half way rejects `done`, and the request that is waited for.
  done.catch(() => {});
  const requests = [
    ...plan.goneItems.map((id) => () => items.delete(id)),
    ...plan.goneFiles.map((id) => () => files.delete(id)),
    ...plan.items.map((item) => () => items.put(item)),
    ...plan.files.map(
      ([id, file]) =>
        () =>
          files.put(file, id),
    ),
    () => transaction.objectStore('queue').put({ ids, pastIds: [...pastIds], batchOptions }, 'queue'),
  ];
  // Each request copies what it writes, at once: thousands in one go would make the page stand still.
  for (let at = 0; at < requests.length; at += REQUESTS_AT_ONCE) {
    await Promise.all(requests.slice(at, at + REQUESTS_AT_ONCE).map((request) => request()));
  }
  await done;
}
