import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { UploadOptions } from '../../api/contract.js';
import type { ItemId } from '../item.js';
import type { SavedItem } from './savedItem.js';

interface QueueSchema extends DBSchema {
  items: { key: ItemId; value: SavedItem };
  /** The bytes, apart from the items: they are written once and items often. */
  files: { key: ItemId; value: File };
  /** One record. */
  queue: { key: 'queue'; value: SavedQueue };
}

export interface SavedQueue {
  readonly ids: readonly ItemId[];
  readonly pastIds: readonly ItemId[];
  readonly batchOptions: UploadOptions;
}

export type QueueDb = IDBPDatabase<QueueSchema>;

/** A change of the shape of what is saved takes a new version; what an older one left is then forgotten. */
const VERSION = 1;
export const STORES = ['items', 'files', 'queue'] as const;

/** @throws DOMException where there is no IndexedDB, or it may not be used */
export function openQueueDb(name: string): Promise<QueueDb> {
  return openDB<QueueSchema>(`dropline ${name}`, VERSION, {
    upgrade(db) {
      for (const store of db.objectStoreNames) db.deleteObjectStore(store);
      db.createObjectStore('items', { keyPath: 'id' });
      db.createObjectStore('files');
      db.createObjectStore('queue');
    },
  });
}

export async function clearDb(db: QueueDb): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  await Promise.all([...STORES.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}
