import { createClients } from './createClients.js';
import type { Entry, Fate } from './books.js';
import { loadFiles, type SentKind } from './files.js';

const WORKERS = 6;
/** Of a hundred tries. */
const SHARES: readonly (readonly [share: number, act: 'send' | 'keyed' | 'wrong' | 'huge' | 'cut' | 'leave' | 'delete'])[] = [
  [36, 'send'],
  [14, 'keyed'],
  [8, 'wrong'],
  [3, 'huge'],
  [14, 'cut'],
  [8, 'leave'],
  [17, 'delete'],
];

export interface Driver {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Works until `isOver` says so, and until nothing is under way. */
  work(isOver: () => boolean): Promise<void>;
  /** Sends again what has a key and no answer yet. */
  repeatUnknown(): Promise<void>;
  counts(): Record<Fate, number>;
}

/** Several clients at once that upload, are refused, cancel, leave and delete as chance wants, and keep the books of it. */
export function createDriver(url: string, apiKey: string, chance: () => number): Driver {
  const entries = new Map<string, Entry>();
  const clients = createClients(url, apiKey, chance);
  const open = createOpener(entries, chance);
  const remove = async (): Promise<void> => {
    const stored = [...entries.values()].filter(({ fate, deleteUrl }) => fate === 'stored' && deleteUrl !== null);
    const entry = stored[Math.floor(chance() * stored.length)];
    if (entry) await clients.remove(entry);
  };
  const act = async (): Promise<void> => {
    let left = chance() * 100;
    const [, what] = SHARES.find(([share]) => (left -= share) < 0) ?? [0, 'send'];
    if (what === 'delete') return remove();
    if (what === 'wrong') return clients.send(open('wrong', false));
    if (what === 'huge') return clients.send(open('huge', false), { throughGateway: false });
    if (what === 'cut') return clients.send(open('good', chance() < 0.3), { fraction: chance(), throughGateway: false });
    if (what === 'leave') return clients.send(open('good', chance() < 0.5), { leaves: true, throughGateway: false });
    return clients.send(open('good', what === 'keyed'));
  };
  const worker = async (isOver: () => boolean): Promise<void> => {
    while (!isOver()) await act();
  };
  return {
    entries,
    async work(isOver) {
      await Promise.all(Array.from({ length: WORKERS }, () => worker(isOver)));
      clients.hangUp();
    },
    async repeatUnknown() {
      for (const entry of entries.values()) if (isRepeatable(entry)) await clients.send(entry, { throughGateway: false, pieces: 1 });
      clients.hangUp();
    },
    counts: () => countFates(entries),
  };
}

const isRepeatable = ({ fate, idempotencyKey, url }: Entry): boolean => fate === 'unknown' && idempotencyKey !== null && url === null;

function countFates(entries: ReadonlyMap<string, Entry>): Record<Fate, number> {
  const counts: Record<Fate, number> = { open: 0, stored: 0, 'not stored': 0, deleted: 0, unknown: 0 };
  for (const { fate } of entries.values()) counts[fate] += 1;
  return counts;
}

/** Puts one more upload into the books. */
function createOpener(entries: Map<string, Entry>, chance: () => number): (kind: SentKind, isKeyed: boolean) => Entry {
  const files = loadFiles();
  return (kind, isKeyed) => {
    const file = files[kind][Math.floor(chance() * files[kind].length)];
    if (!file) throw new Error(`There is no ${kind} file.`);
    const idempotencyKey = isKeyed ? `soak-${entries.size}` : null;
    const name = `soak-${entries.size}${file.extension}`;
    const entry: Entry = { name, bytes: file.bytes, idempotencyKey, fate: 'open', url: null, deleteUrl: null, isRead: false };
    entries.set(name, entry);
    return entry;
  };
}
