import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyNewer, copyOptional, removeUnnamed } from './copyFiles.js';
import { dropDeleted, filesOf, takeSnapshot } from './snapshot.js';

const DATABASE = 'dropline.sqlite';
/** Until everything that it names is there. */
const UNFINISHED = `${DATABASE}.part`;
/** Others than the images; what is not there is left out. */
const SETTINGS = ['settings.json', 'dropline.config.json', 'api-key', 'admin-password'];

export interface BackupReport {
  readonly files: number;
  readonly bytes: number;
  /** Those that the folder did not hold yet. */
  readonly copied: number;
  /** What the database names although the data folder does not hold it: damage that was there before. */
  readonly missing: readonly string[];
}

/**
 * Copies a data folder, also of a server that runs: the database as it is at one moment, and then every file that it names. What is deleted meanwhile is
 * deleted in the copy too. The same folder again is brought up to date: only what is new is copied. It is a whole backup at any time that it holds a `dropline.sqlite`.
 *
 * @param onSnapshot waited for when the database is copied and no file yet
 * @throws Error in plain words when there is no data, or the folder is no place for a backup
 */
export async function backUp(dataDir: string, folder: string, onSnapshot: () => Promise<void> = async () => {}): Promise<BackupReport> {
  const live = join(dataDir, DATABASE);
  const unfinished = join(folder, UNFINISHED);
  await prepareFolder(dataDir, folder);
  takeSnapshot(live, unfinished);
  await onSnapshot();
  const [from, to] = [join(dataDir, 'images'), join(folder, 'images')];
  let copied = 0;
  for (const { path } of filesOf(unfinished)) copied += await copyNewer(from, to, path);
  dropDeleted(unfinished, live);
  const files = filesOf(unfinished);
  const sizes = await removeUnnamed(to, new Set(files.map(({ path }) => path)));
  for (const name of SETTINGS) await copyOptional(dataDir, folder, name);
  await flush(unfinished);
  await rename(unfinished, join(folder, DATABASE));
  const missing = files.filter(({ path, size }) => sizes.get(path) !== size).map(({ path }) => path);
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), copied, missing };
}

/** Keys come to lie in it. What is no backup stays as it is: nothing of somebody's is overwritten or removed. */
async function prepareFolder(dataDir: string, folder: string): Promise<void> {
  if (resolve(dataDir) === resolve(folder)) throw new Error('The backup cannot lie in the data folder itself. Name another folder.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  // A server makes it at its start.
  const isUsed = names.includes('tmp');
  if (names.length > 0 && (isUsed || !(names.includes(DATABASE) || names.includes(UNFINISHED))))
    throw new Error(
      `${folder} holds something else than a backup, or a server runs on it. Name a folder that is new, or that holds an earlier backup.`,
    );
  for (const name of [UNFINISHED, `${UNFINISHED}-journal`, `${DATABASE}-wal`, `${DATABASE}-shm`])
    await rm(join(folder, name), { force: true });
}

/** SQLite does not do this to a copy. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}
