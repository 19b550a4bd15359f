import type { Checks, Listed, Looked, Picked } from './createChecks.js';
import type { PickedSource } from './intake/PickedSource.js';
import { sizeBytesOf, type ItemId, type UploadItem } from './item.js';
import type { Previewer, PreviewSubject } from './preview/createPreviewer.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { batchTotalsOf, itemsOf } from './queue/totals.js';
import type { Quota } from './validate/checkQuota.js';
import { needsMediaFacts, type IntakeLimits } from './validate/checkSource.js';
import { plainName } from './intake/plainName.js';
import { createLine } from '../shared/createLine.js';

/** The first files are looked at by few, so that tiles show at once; the others by many, so that thousands are quick. */
const FIRST_CHUNK_FILES = 24;
const CHUNK_FILES = 192;
const LOOKS_AHEAD = 5;

export interface Intake {
  /** Checks and lists what was picked, chunk by chunk and in the order of the calls; `onAdded` is told each chunk. */
  add(picked: Iterable<File | PickedSource>, onAdded: (ids: readonly ItemId[]) => void): Promise<readonly ItemId[]>;
  /** Lists items that were kept; they passed the checks once. */
  takeBack(items: readonly UploadItem[]): void;
  setLimits(limits: IntakeLimits): void;
  /** Takes a refused duplicate all the same, where the policy lets the person decide, if it passes the checks that it had not come to; answers whether it did. */
  keep(id: ItemId): Promise<boolean>;
  /** Which tiles are in sight, those first, and which are near. */
  wantPreviews(ids: readonly ItemId[]): void;
  /** An item is gone: its picture and what is known of its bytes too. */
  release(id: ItemId): void;
  /** What is still being read or asked about is not added any more. */
  stop(): void;
  /** As `stop`, for good. */
  destroy(): void;
}

/** The way in: what was picked is checked and listed; pictures are made of what is in sight. */
export function createIntake(queue: QueueStore, checks: Checks, previewer: Previewer): Intake {
  let itemCount = 0;
  let adding = new AbortController();
  /** One after the other, or two drops would both fill the last free place. */
  const inTurn = createLine();
  const { getState } = queue.store;
  const listAll = createLister(queue, checks);

  function release(id: ItemId): void {
    previewer.release(id);
    checks.release(id);
  }

  function stop(): void {
    adding.abort();
    adding = new AbortController();
    queue.set({ checkingCount: 0 });
  }

  return {
    release,
    async add(picked, onAdded) {
      const todo = [...picked].map((each) => ({ id: `item-${++itemCount}` as const, source: toSource(each) }));
      queue.set({ checkingCount: getState().checkingCount + todo.length });
      const { signal } = adding;
      await inTurn(() => listAll(todo, onAdded, signal));
      return todo.map(({ id }) => id);
    },
    takeBack(items) {
      itemCount = Math.max(itemCount, ...items.map(({ id }) => Number(id.slice('item-'.length))));
      queue.append(items, 0);
    },
    setLimits(limits) {
      checks.setLimits(limits);
      void recheckReady(queue, checks, { limits, release, signal: adding.signal });
    },
    async keep(id) {
      const item = getState().byId.get(id);
      if (!item || !canKeep(item)) return false;
      const rejection = await checks.checkRest({ ...item, status: 'ready' }, listedOf(queue));
      queue.sendAll([[id, { type: 'kept' }], ...(rejection ? [[id, { type: 'rejected', rejection }] as const] : [])]);
      return rejection === null;
    },
    wantPreviews: (ids) => previewer.want(ids.flatMap((id) => subjectOf(getState().byId.get(id)))),
    stop,
    destroy() {
      adding.abort();
      checks.destroy();
      previewer.destroy();
    },
  };
}

/** Judges and lists what was picked, chunk by chunk. */
function createLister(queue: QueueStore, checks: Checks) {
  const listed = listedOf(queue);
  return async (todo: readonly Picked[], onAdded: (ids: readonly ItemId[]) => void, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    const isFirst = queue.store.getState().ids.length === 0;
    const chunks = [...chunksOf(todo, isFirst ? FIRST_CHUNK_FILES : CHUNK_FILES)];
    const looks: Promise<readonly Looked[]>[] = [];
    for (const [at, chunk] of chunks.entries()) {
      // While one is judged and drawn, the next are read.
      while (looks.length < Math.min(chunks.length, at + LOOKS_AHEAD)) looks.push(checks.look(chunks[looks.length] ?? []));
      const items = await checks.judge((await looks[at]) ?? [], listed, signal);
      if (signal.aborted) return;
      queue.append(items, chunk.length);
      onAdded(chunk.map(({ id }) => id));
    }
  };
}

/** What the checks have to know of the queue as it is now. */
export const listedOf = ({ store }: QueueStore): Listed => ({
  nameOf: (id) => store.getState().byId.get(id)?.source.name,
  taken: () => batchTotalsOf(store.getState()),
});

function* chunksOf(picked: readonly Picked[], firstFiles: number): Generator<readonly Picked[]> {
  if (picked.length > 0) yield picked.slice(0, firstFiles);
  for (let at = firstFiles; at < picked.length; at += CHUNK_FILES) yield picked.slice(at, at + CHUNK_FILES);
}

function toSource(picked: File | PickedSource): Picked['source'] {
  if (picked instanceof File) return toSource({ kind: 'file', file: picked, path: picked.webkitRelativePath || null });
  if (picked.kind === 'url') return picked;
  if (picked.kind === 'unreadable') return { kind: 'missing', name: plainName(picked.path), sizeBytes: 0 };
  const { file, path } = picked;
  return { kind: 'file', file, name: plainName(file.name), sizeBytes: file.size, ...(path !== null && { path }) };
}

interface RecheckDeps {
  readonly limits: IntakeLimits;
  readonly release: (id: ItemId) => void;
  readonly signal: AbortSignal;
}

/** Refuses what is ready and breaks limits that became known since: at once what is known already, pixels and length once the files are opened. */
async function recheckReady(queue: QueueStore, checks: Checks, { limits, release, signal }: RecheckDeps): Promise<void> {
  const refuse = (items: readonly UploadItem[]): void => {
    const { byId } = queue.store.getState();
    const refused = items.flatMap((item) => (item.status === 'rejected' && byId.get(item.id)?.status === 'ready' ? [item] : []));
    for (const { id } of refused) release(id);
    queue.sendAll(refused.map(({ id, rejection }) => [id, { type: 'rejected', rejection }]));
  };
  const ready = readyOf(queue);
  refuse(checks.recheck(ready, withoutThese(batchTotalsOf(queue.store.getState()), ready)));
  if (!needsMediaFacts(limits)) return;
  const looked = await checks.look(readyOf(queue).map(({ id, source }) => ({ id, source })));
  if (!signal.aborted) refuse(checks.judgeMedia(looked));
}

const readyOf = ({ store }: QueueStore): UploadItem[] => itemsOf(store.getState()).filter(({ status }) => status === 'ready');

/** What a batch has beside some items of it. */
const withoutThese = ({ fileCount, sizeBytes }: Quota, items: readonly UploadItem[]): Quota => ({
  fileCount: fileCount - items.length,
  sizeBytes: sizeBytes - items.reduce((sum, { source }) => sum + sizeBytesOf(source), 0),
});

const canKeep = (item: UploadItem): boolean =>
  item.status === 'rejected' && item.rejection.code === 'validate.duplicate' && item.rejection.canKeep;

/** A picture can be made of a file in a known format; an address shows none. */
function subjectOf(item: UploadItem | undefined): PreviewSubject[] {
  if (item?.source.kind !== 'file' || !item.format) return [];
  return [{ id: item.id, file: item.source.file, format: item.format }];
}
