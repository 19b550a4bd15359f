import type { ItemEvent, ItemId, UploadItem } from './item.js';
import type { Previewer } from './preview/createPreviewer.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { itemsOf } from './queue/totals.js';
import { checkSource, type IntakeLimits } from './validate/checkSource.js';
import { readHead } from './validate/readHead.js';
import { sniffFormat } from './validate/sniffFormat.js';

/** Files looked at together: many enough to be quick, few enough that the list grows while a folder of thousands is read. */
const CHUNK_FILES = 64;

export interface Intake {
  /** Checks and lists files chunk by chunk; `onAdded` is told each chunk. */
  add(files: Iterable<File>, onAdded: (ids: readonly ItemId[]) => void): Promise<readonly ItemId[]>;
  setLimits(limits: IntakeLimits): void;
  /** What is still being read is not added any more. */
  destroy(): void;
}

/** The way in: a file's first bytes are read, checked against the limits, and a picture is ordered for what passed. */
export function createIntake(queue: QueueStore, previewer: Previewer, firstLimits: IntakeLimits): Intake {
  let limits = firstLimits;
  let itemCount = 0;
  let isDestroyed = false;
  const { getState } = queue.store;

  async function check(file: File, id: ItemId): Promise<UploadItem> {
    const source = { kind: 'file', file, name: file.name, sizeBytes: file.size } as const;
    const base = { id, source, preview: { status: 'none' }, options: {} } as const;
    const head = await readHead(file);
    if (!head) return { ...base, format: null, status: 'rejected', rejection: { code: 'validate.unreadable' } };
    const sniffed = sniffFormat(head);
    const format = sniffed && 'format' in sniffed ? sniffed.format : null;
    const rejection = checkSource({ name: source.name, sizeBytes: source.sizeBytes, sniffed }, limits);
    return rejection
      ? { ...base, format, status: 'rejected', rejection }
      : { ...base, format, status: 'ready', preview: { status: 'making' } };
  }

  function orderPreview({ id, source, format, status }: UploadItem): void {
    if (status !== 'ready' || source.kind !== 'file' || !format) return;
    previewer.make(id, source.file, format, (preview) => queue.send(id, { type: 'previewed', preview }));
  }

  return {
    async add(files, onAdded) {
      const todo = [...files].map((file) => ({ file, id: `item-${++itemCount}` as const }));
      queue.set({ checkingCount: getState().checkingCount + todo.length });
      for (let at = 0; at < todo.length && !isDestroyed; at += CHUNK_FILES) {
        const chunk = todo.slice(at, at + CHUNK_FILES);
        const items = await Promise.all(chunk.map(({ file, id }) => check(file, id)));
        if (isDestroyed) break;
        queue.append(items);
        queue.set({ checkingCount: getState().checkingCount - chunk.length });
        items.forEach(orderPreview);
        onAdded(chunk.map(({ id }) => id));
      }
      return todo.map(({ id }) => id);
    },
    setLimits(next) {
      limits = next;
      const events: [ItemId, ItemEvent][] = [];
      for (const item of itemsOf(getState())) {
        if (item.status !== 'ready' || item.source.kind !== 'file' || !item.format) continue;
        const rejection = checkSource(
          { name: item.source.name, sizeBytes: item.source.sizeBytes, sniffed: { format: item.format } },
          limits,
        );
        if (!rejection) continue;
        previewer.release(item.id);
        events.push([item.id, { type: 'rejected', rejection }]);
      }
      queue.sendAll(events);
    },
    destroy: () => void (isDestroyed = true),
  };
}
