import { createFileWorker } from '../../shared/createFileWorker.js';
import type { ItemId } from '../item.js';

export interface DuplicateFinder {
  /** The file listed earlier that has the same bytes, null when there is none; this one is then remembered for later ones. */
  find(id: ItemId, file: File): Promise<ItemId | null>;
  release(id: ItemId): void;
  destroy(): void;
}

interface Known {
  readonly id: ItemId;
  /** Null when the file cannot be read. Asked for only when another file has the same size. */
  readonly hash: () => Promise<string | null>;
}

const start = (): Worker => new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });

/** By content, never by name: phones call every photo `image.jpg`. Sizes are compared first, bytes only when they match. */
export function createDuplicateFinder(): DuplicateFinder {
  const bySize = new Map<number, Known[]>();
  const sizes = new Map<ItemId, number>();
  const worker = createFileWorker<string>(start, async (file) => (await import('./sha256.js')).sha256Of(file));

  const toKnown = (id: ItemId, file: File): Known => {
    let hash: Promise<string | null> | undefined;
    return { id, hash: () => (hash ??= worker.call(file).catch(() => null)) };
  };

  return {
    async find(id, file) {
      const known = toKnown(id, file);
      const others = bySize.get(file.size) ?? [];
      const hash = others.length > 0 ? await known.hash() : null;
      for (const other of others) if (hash !== null && (await other.hash()) === hash) return other.id;
      bySize.set(file.size, [...(bySize.get(file.size) ?? []), known]);
      sizes.set(id, file.size);
      return null;
    },
    release(id) {
      const size = sizes.get(id);
      if (size === undefined) return;
      const left = (bySize.get(size) ?? []).filter((known) => known.id !== id);
      if (left.length > 0) bySize.set(size, left);
      else bySize.delete(size);
      sizes.delete(id);
    },
    destroy: worker.destroy,
  };
}
