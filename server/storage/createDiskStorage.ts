import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Storage } from './Storage.js';

/** Files below one folder. The local files taken over must be on the same file system, so that a rename is whole. */
export function createDiskStorage(root: string): Storage {
  const base = resolve(root);
  const locate = (path: string): string => {
    const located = resolve(join(base, path));
    if (!located.startsWith(base + sep)) throw new Error('A path led out of the storage.');
    return located;
  };
  return {
    async take(localPath, path) {
      const target = locate(path);
      await mkdir(dirname(target), { recursive: true });
      await rename(localPath, target);
    },
    async read(path, { start, end }) {
      const handle = await open(locate(path), 'r').catch(() => null);
      return handle && handle.createReadStream({ start, end });
    },
    async remove(path) {
      await rm(locate(path), { force: true });
    },
  };
}
