import { createStore } from 'zustand/vanilla';
import { nowMs } from '../../shared/clock.js';
import type { UploadItem } from '../item.js';
import type { UploaderState } from '../state.js';
import type { HistoryDb } from './historyDb.js';

/** Where one file went, and the link that deletes it. */
export interface HistoryEntry {
  /** The host's id of it. */
  readonly id: string;
  readonly fileName: string;
  readonly uploadedAtMs: number;
  readonly viewerUrl: string;
  readonly url: string | null;
  readonly deleteUrl: string | null;
}

/** What the history knows, for `useSyncExternalStore`. */
export interface HistoryState {
  /** `unavailable`: this browser keeps nothing for this page. */
  readonly status: 'opening' | 'open' | 'unavailable';
  /** Whether uploads are noted. Off until the person turns it on. */
  readonly isOn: boolean;
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
}

/** The links of finished uploads, in this browser alone, for whoever asked for it. */
export interface UploadHistory {
  getState(): HistoryState;
  /** Opens it with the first listener. @returns stops listening */
  subscribe(listener: () => void): () => void;
  /** Turning it off notes nothing more; what is there stays until it is cleared. */
  turn(isOn: boolean): Promise<void>;
  clear(): Promise<void>;
  /** Notes what this uploader stores from now on. @returns stops it */
  record(uploader: { getState(): UploaderState; subscribe(listener: (state: UploaderState) => void): () => void }): () => void;
}

/** Where the history is kept, and how much of it. */
export interface UploadHistoryOptions {
  /** Tells the histories of one site apart. */
  readonly name: string;
  /** Older ones are dropped. Default 2,000. */
  readonly maxEntries?: number;
}

const DEFAULT_MAX_ENTRIES = 2_000;

/**
 * A history in IndexedDB. A delete link is a capability, so nothing is kept before `turn(true)`: whoever uses this browser can then see the links and
 * delete by them.
 */
export function createUploadHistory({ name, maxEntries = DEFAULT_MAX_ENTRIES }: UploadHistoryOptions): UploadHistory {
  const { getState, setState, subscribe } = createStore<HistoryState>(() => ({ status: 'opening', isOn: false, entries: [] }));
  let opened: Promise<HistoryDb | null> | undefined;

  async function open(): Promise<HistoryDb | null> {
    try {
      const { openHistoryDb } = await import('./historyDb.js');
      const db = await openHistoryDb(name);
      setState({ status: 'open', ...(await db.read()) });
      return db;
    } catch {
      setState({ status: 'unavailable' });
      return null;
    }
  }

  /** At once, so that a switch follows the finger; what cannot be written is not claimed to be there. */
  async function change(next: Partial<HistoryState>, write: (db: HistoryDb) => Promise<void>): Promise<void> {
    const db = await (opened ??= open());
    if (!db) return;
    setState(next);
    try {
      await write(db);
    } catch {
      setState({ status: 'unavailable' });
    }
  }

  async function note(items: readonly UploadItem[]): Promise<void> {
    await (opened ??= open());
    if (!getState().isOn) return;
    const known = new Set(getState().entries.map(({ id }) => id));
    const fresh = items.flatMap(entryOf).filter(({ id }) => !known.has(id));
    const entries = [...fresh.toReversed(), ...getState().entries].slice(0, maxEntries);
    if (fresh.length > 0) await change({ entries }, (db) => db.writeEntries(entries));
  }

  return {
    getState,
    subscribe(listener) {
      opened ??= open();
      return subscribe(listener);
    },
    turn: (isOn) => change({ isOn }, (db) => db.writeIsOn(isOn)),
    clear: () => change({ entries: [] }, (db) => db.writeEntries([])),
    record(uploader) {
      let seen = uploadedOf(uploader.getState());
      return uploader.subscribe((state) => {
        const uploaded = uploadedOf(state);
        const fresh = uploaded.filter((item) => !seen.includes(item));
        seen = uploaded;
        if (fresh.length > 0) void note(fresh);
      });
    },
  };
}

const uploadedOf = ({ ids, byId }: UploaderState): UploadItem[] =>
  ids.flatMap((id) => byId.get(id) ?? []).filter(({ status }) => status === 'uploaded');

function entryOf(item: UploadItem): HistoryEntry[] {
  if (item.status !== 'uploaded' || !item.image) return [];
  const { id, viewerUrl, url, deleteUrl } = item.image;
  return [{ id, fileName: item.source.name, uploadedAtMs: nowMs(), viewerUrl, url, deleteUrl }];
}
