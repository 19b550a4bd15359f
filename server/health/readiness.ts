import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ServerContext } from '../context.js';
import { randomHex } from '../tokens.js';

/** Why no upload can be taken now. */
export type Unready = 'stopping' | 'database' | 'storage';

/** Null where uploads can be taken. Never rejects. */
export type Readiness = () => Promise<Unready | null>;

/** Everybody may ask: the disk is written to once in this time. */
const KEEP_MS = 1_000;
/** A disk in the network may say nothing at all. */
const PATIENCE_MS = 2_000;

/** Looks whether the database answers and the storage takes a file. */
export function createReadiness({ db, temporaryFolder }: Pick<ServerContext, 'db' | 'temporaryFolder'>): Readiness {
  let found: Promise<Unready | null> | null = null;
  let lookedMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (found && nowMs - lookedMs < KEEP_MS) return found;
    lookedMs = nowMs;
    found = look(() => sql`select 1 from images limit 1`.execute(db), temporaryFolder);
    return found;
  };
}

async function look(askDatabase: () => Promise<unknown>, folder: string): Promise<Unready | null> {
  if (!(await isIn(PATIENCE_MS, askDatabase()))) return 'database';
  return (await isIn(PATIENCE_MS, tryWriting(folder))) ? null : 'storage';
}

async function tryWriting(folder: string): Promise<void> {
  const path = join(folder, `ready-${randomHex(8)}`);
  await writeFile(path, 'x', { flag: 'wx' });
  await rm(path);
}

/** Whether a task ends well, and in time. */
async function isIn(ms: number, task: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  try {
    return await Promise.race([task.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
