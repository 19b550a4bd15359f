import type { ServerContext } from '../context.js';
import { deleteImages } from '../db/looseFiles.js';

const EVERY_MS = 30_000;
const AT_ONCE = 100;
/** Longer than any client tries again. */
const KEEP_KEYS_MS = 7 * 86_400_000;

/** Deletes what has expired, files and rows. Several servers may sweep one database: a row is deleted once. */
export async function sweep({ db, storage, now }: Pick<ServerContext, 'db' | 'storage' | 'now'>): Promise<void> {
  const over = db.selectFrom('images').select('id').where('expires_ms', '<=', now()).limit(AT_ONCE);
  for (let rows = await over.execute(); rows.length > 0; rows = await over.execute()) {
    const ids = rows.map(({ id }) => id);
    await deleteImages(db, storage, ids);
  }
  await db.deleteFrom('sessions').where('expires_ms', '<=', now()).execute();
  await db
    .deleteFrom('idempotency')
    .where('created_ms', '<=', now() - KEEP_KEYS_MS)
    .execute();
}

/** Sweeps now and then, until it is stopped. A sweep that fails is said in the log and tried again. */
export function startSweeper(context: ServerContext): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const start = (): void => {
    running = running.then(() => sweep(context)).catch((error: unknown) => console.error(error));
  };
  start();
  const timer = setInterval(start, EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
