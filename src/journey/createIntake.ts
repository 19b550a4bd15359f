import type { Checks } from './createChecks.js';
import type { ItemEvent, ItemId, UploadItem } from './item.js';
import type { Previewer } from './preview/createPreviewer.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { itemsOf } from './queue/totals.js';
import type { IntakeLimits } from './validate/checkSource.js';

/** Files looked at together: many enough to be quick, few enough that the list grows while a folder of thousands is read. */
const CHUNK_FILES = 64;

export interface Intake {
  /** Checks and lists files chunk by chunk; `onAdded` is told each chunk. */
  add(files: Iterable<File>, onAdded: (ids: readonly ItemId[]) => void): Promise<readonly ItemId[]>;
  /** Lists items that were kept; they passed the checks once. */
  takeBack(items: readonly UploadItem[]): void;
  setLimits(limits: IntakeLimits): void;
  /** Takes a refused duplicate all the same, where the policy lets the person decide; answers whether it did. */
  keep(id: ItemId): boolean;
  /** An item is gone: its picture and what is known of its bytes too. */
  release(id: ItemId): void;
  /** What is still being read is not added any more. */
  destroy(): void;
}

/** The way in: files are checked, listed, and a picture is ordered for what passed. */
export function createIntake(queue: QueueStore, checks: Checks, previewer: Previewer): Intake {
  let itemCount = 0;
  let isDestroyed = false;
  const { getState } = queue.store;
  const nameOf = (id: ItemId): string | undefined => getState().byId[id]?.source.name;

  const orderPreviews = (ids: readonly ItemId[]): void => orderMissing(ids, queue, previewer);

  function release(id: ItemId): void {
    previewer.release(id);
    checks.release(id);
  }

  return {
    release,
    async add(files, onAdded) {
      const todo = [...files].map((file) => ({ file, id: `item-${++itemCount}` as const }));
      queue.set({ checkingCount: getState().checkingCount + todo.length });
      for (let at = 0; at < todo.length && !isDestroyed; at += CHUNK_FILES) {
        const chunk = todo.slice(at, at + CHUNK_FILES);
        const items = await checks.check(chunk, nameOf);
        if (isDestroyed) break;
        const ids = chunk.map(({ id }) => id);
        queue.append(items);
        queue.set({ checkingCount: getState().checkingCount - chunk.length });
        orderPreviews(ids);
        onAdded(ids);
      }
      return todo.map(({ id }) => id);
    },
    takeBack(items) {
      const ids = items.map(({ id }) => id);
      itemCount = Math.max(itemCount, ...ids.map((id) => Number(id.slice('item-'.length))));
      queue.append(items);
      orderPreviews(ids);
    },
    setLimits(limits) {
      checks.setLimits(limits);
      const events = itemsOf(getState()).flatMap((item) => refusalOf(item, checks));
      for (const [id] of events) release(id);
      queue.sendAll(events);
    },
    keep(id) {
      const item = getState().byId[id];
      if (!item || !canKeep(item)) return false;
      queue.send(id, { type: 'kept' });
      orderPreviews([id]);
      return true;
    },
    destroy() {
      isDestroyed = true;
      checks.destroy();
      previewer.destroy();
    },
  };
}

/** What is ready may break limits that became known since. */
function refusalOf(item: UploadItem, checks: Checks): [ItemId, ItemEvent][] {
  const rejection = item.status === 'ready' ? checks.recheck(item) : null;
  return rejection ? [[item.id, { type: 'rejected', rejection }]] : [];
}

const canKeep = (item: UploadItem): boolean =>
  item.status === 'rejected' && item.rejection.code === 'validate.duplicate' && item.rejection.canKeep;

/** Of those whose picture is not there yet. */
function orderMissing(ids: readonly ItemId[], queue: QueueStore, previewer: Previewer): void {
  for (const id of ids) {
    const { source, format, preview } = queue.store.getState().byId[id] ?? {};
    if (preview?.status !== 'making' || source?.kind !== 'file' || !format) continue;
    previewer.make(id, source.file, format, (made) => queue.send(id, { type: 'previewed', preview: made }));
  }
}
