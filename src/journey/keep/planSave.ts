import type { ItemId, ItemStatus, UploadItem } from '../item.js';
import type { UploaderState } from '../state.js';
import type { KeptTicket } from './QueueStorage.js';
import { toSaved, type SavedItem } from './savedItem.js';

/** What is in the database, as far as we wrote it. */
export interface Saved {
  /** As JSON text, to be compared. */
  readonly items: ReadonlyMap<ItemId, string>;
  /** Whose bytes are there, and how many. */
  readonly files: ReadonlyMap<ItemId, number>;
}

export const NOTHING_SAVED: Saved = { items: new Map(), files: new Map() };

/** What to write and to delete so that the database says what the queue is. */
export interface SavePlan {
  readonly items: readonly SavedItem[];
  readonly files: readonly (readonly [ItemId, File])[];
  readonly goneItems: readonly ItemId[];
  readonly goneFiles: readonly ItemId[];
  /** The database after it. */
  readonly saved: Saved;
  /** Whether all bytes that are still to be sent are there. */
  readonly isWhole: boolean;
}

const UNSENT: readonly ItemStatus[] = ['ready', 'queued', 'uploading', 'processing', 'waiting', 'failed', 'unknown'];
const OPEN: readonly ItemStatus[] = ['ready', 'queued', 'uploading', 'processing', 'waiting'];

export const itemsOf = ({ ids, byId }: UploaderState): UploadItem[] => ids.flatMap((id) => byId.get(id) ?? []);

/** Whether a reload has anything to bring back: what is at its end is forgotten. */
export const hasOpen = (items: Iterable<{ readonly status: ItemStatus }>): boolean =>
  [...items].some(({ status }) => OPEN.includes(status));

const texts = new WeakMap<UploadItem, { readonly record: SavedItem | null; readonly text: string }>();

/** Made once per item and state of it: ten thousand files that wait must not be written out with every byte that a few of them send. */
function textOf(item: UploadItem, ticketOf: (id: ItemId) => KeptTicket) {
  const known = texts.get(item);
  if (known) return known;
  const record = toSaved(item, ticketOf(item.id));
  const made = { record, text: JSON.stringify(record) };
  texts.set(item, made);
  return made;
}

/** Compares the queue with the database. Pure. Files go in their order, as long as there is room. */
export function planSave(state: UploaderState, saved: Saved, ticketOf: (id: ItemId) => KeptTicket, maxBytes: number): SavePlan {
  const items: SavedItem[] = [];
  const all = new Map<ItemId, string>();
  for (const item of itemsOf(state)) {
    const { record, text } = textOf(item, ticketOf);
    if (!record) continue;
    all.set(item.id, text);
    if (saved.items.get(item.id) !== text) items.push(record);
  }
  const bytes = planFiles(state, saved.files, maxBytes);
  return {
    ...bytes,
    items,
    goneItems: [...saved.items.keys()].filter((id) => !all.has(id)),
    goneFiles: [...saved.files.keys()].filter((id) => !bytes.kept.has(id)),
    saved: { items: all, files: bytes.kept },
  };
}

function planFiles(state: UploaderState, saved: Saved['files'], maxBytes: number) {
  const wanted = itemsOf(state).filter(({ status, source }) => UNSENT.includes(status) && source.kind === 'file');
  const kept = new Map(wanted.flatMap(({ id }) => (saved.has(id) ? [[id, saved.get(id) ?? 0] as const] : [])));
  let left = maxBytes - [...kept.values()].reduce((sum, size) => sum + size, 0);
  const files: (readonly [ItemId, File])[] = [];
  for (const { id, source } of wanted) {
    if (source.kind !== 'file' || kept.has(id) || source.sizeBytes > left) continue;
    left -= source.sizeBytes;
    kept.set(id, source.sizeBytes);
    files.push([id, source.file]);
  }
  return { files, kept, isWhole: wanted.every(({ id }) => kept.has(id)) };
}
