import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Times are kept less exactly than they are told. */
const CLOCK_MS = 2;

/** Copies a file unless it is there already, as its size and its time say. How many were copied: none where it is gone. */
export async function copyNewer(from: string, to: string, path: string): Promise<0 | 1> {
  const [source, target] = [join(from, path), join(to, path)];
  const facts = await orNull(stat(source));
  if (!facts) return 0;
  const kept = await orNull(stat(target));
  if (kept?.size === facts.size && Math.abs(kept.mtimeMs - facts.mtimeMs) < CLOCK_MS) return 0;
  await mkdir(dirname(target), { recursive: true });
  const half = `${target}.part`;
  if ((await orNull(copyFile(source, half, constants.COPYFILE_FICLONE))) === null) return 0;
  await finish(half, facts.mtime);
  await rename(half, target);
  return 1;
}

/** A file beside the images, with who may read it. */
export async function copyOptional(from: string, to: string, name: string): Promise<void> {
  const isThere = await orNull(copyFile(join(from, name), join(to, name)));
  if (isThere === null) await rm(join(to, name), { force: true });
}

/** Removes what is not named; answers the sizes of what is. */
export async function removeUnnamed(folder: string, named: ReadonlySet<string>): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const entries = (await orNull(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join('/');
    if (named.has(path)) sizes.set(path, (await stat(full)).size);
    else await rm(full);
  }
  return sizes;
}

/** On the disk, and with the time by which the next backup knows it. */
async function finish(path: string, time: Date): Promise<void> {
  await utimes(path, time, time);
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

/** Null for what is not there: it may be deleted at any time. */
const orNull = <T>(found: Promise<T>): Promise<T | null> =>
  found.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
