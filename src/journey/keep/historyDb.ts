import { openDB, type DBSchema } from 'idb';
import { httpUrl } from '../../api/httpUrl.js';
import type { HistoryEntry } from './createUploadHistory.js';

interface HistorySchema extends DBSchema {
  history: { key: 'isOn' | 'entries'; value: unknown };
}

export interface HistoryDb {
  read(): Promise<{ isOn: boolean; entries: readonly HistoryEntry[] }>;
  writeIsOn(isOn: boolean): Promise<void>;
  writeEntries(entries: readonly HistoryEntry[]): Promise<void>;
}

/** @throws DOMException where there is no IndexedDB, or it may not be used */
export async function openHistoryDb(name: string): Promise<HistoryDb> {
  const db = await openDB<HistorySchema>(`dropline history ${name}`, 1, {
    upgrade: (upgraded) => void upgraded.createObjectStore('history'),
  });
  const write = async (key: 'isOn' | 'entries', value: unknown): Promise<void> => void (await db.put('history', value, key));
  return {
    async read() {
      const entries: unknown = await db.get('history', 'entries');
      return { isOn: (await db.get('history', 'isOn')) === true, entries: Array.isArray(entries) ? entries.filter(isEntry) : [] };
    },
    writeIsOn: (isOn) => write('isOn', isOn),
    writeEntries: (entries) => write('entries', entries),
  };
}

/** Other scripts of the origin can write here too: what is no entry, or no address to link to, is left out. */
const isEntry = (value: Partial<HistoryEntry> | null): value is HistoryEntry =>
  typeof value?.id === 'string' &&
  typeof value.fileName === 'string' &&
  typeof value.uploadedAtMs === 'number' &&
  [value.url, value.deleteUrl].every((url) => url === null || httpUrl(url) !== null) &&
  httpUrl(value.viewerUrl) !== null;
