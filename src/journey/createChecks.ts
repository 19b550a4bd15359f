import type { ItemId, Rejection, UploadItem } from './item.js';
import { checkSource, type IntakeLimits } from './validate/checkSource.js';
import { createDuplicateFinder } from './validate/createDuplicateFinder.js';
import { readHead } from './validate/readHead.js';
import { sniffFormat } from './validate/sniffFormat.js';

/** What becomes of a file whose bytes are listed already: refused, refused until the person says otherwise, or taken. */
export type DuplicatePolicy = 'skip' | 'ask' | 'keep';

export interface Picked {
  readonly id: ItemId;
  readonly file: File;
}

export interface Checks {
  /** Items in the order given, ready or rejected. `nameOf` tells the name of an item that is listed already. */
  check(picked: readonly Picked[], nameOf: (id: ItemId) => string | undefined): Promise<UploadItem[]>;
  /** Of what was ready, by limits that became known since. */
  recheck(item: UploadItem): Rejection | null;
  setLimits(limits: IntakeLimits): void;
  release(id: ItemId): void;
  destroy(): void;
}

/** What a file has to pass before it is listed as ready: its own bytes, the limits, and the other files. */
export function createChecks(firstLimits: IntakeLimits, duplicates: DuplicatePolicy): Checks {
  const finder = createDuplicateFinder();
  let limits = firstLimits;

  /** One after the other: of two that are the same the first is listed. */
  async function refuseDuplicates(items: readonly UploadItem[], nameOf: (id: ItemId) => string | undefined): Promise<UploadItem[]> {
    const checked: UploadItem[] = [];
    for (const item of items) {
      const sameId = item.status === 'ready' && item.source.kind === 'file' ? await finder.find(item.id, item.source.file) : null;
      const sameAs = items.find(({ id }) => id === sameId)?.source.name ?? (sameId === null ? undefined : nameOf(sameId));
      checked.push(sameAs === undefined ? item : refused(item, { code: 'validate.duplicate', sameAs, canKeep: duplicates === 'ask' }));
    }
    return checked;
  }

  return {
    async check(picked, nameOf) {
      const items = await Promise.all(picked.map(({ id, file }) => checkFile(id, file, limits)));
      return duplicates === 'keep' ? items : refuseDuplicates(items, nameOf);
    },
    recheck({ source, format }) {
      if (source.kind !== 'file' || !format) return null;
      return checkSource({ name: source.name, sizeBytes: source.sizeBytes, sniffed: { format } }, limits);
    },
    setLimits: (next) => void (limits = next),
    release: finder.release,
    destroy: finder.destroy,
  };
}

const refused = (item: UploadItem, rejection: Rejection): UploadItem => ({
  ...item,
  preview: { status: 'none' },
  status: 'rejected',
  rejection,
});

async function checkFile(id: ItemId, file: File, limits: IntakeLimits): Promise<UploadItem> {
  const source = { kind: 'file', file, name: file.name, sizeBytes: file.size } as const;
  const base = { id, source, preview: { status: 'making' }, options: {}, format: null, status: 'ready' } as const;
  const head = await readHead(file);
  if (!head) return refused(base, { code: 'validate.unreadable' });
  const sniffed = sniffFormat(head);
  const item = { ...base, format: sniffed && 'format' in sniffed ? sniffed.format : null };
  const rejection = checkSource({ name: source.name, sizeBytes: source.sizeBytes, sniffed }, limits);
  return rejection ? refused(item, rejection) : item;
}
