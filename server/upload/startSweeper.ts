import type { ServerContext } from '../context.js';
import { deleteImages } from '../db/looseFiles.js';

const EVERY_MS = 30_000;
const AT_ONCE = 100;
/** Longer than any client tries again. */
const KEEP_KEYS_MS = 7 * 86_400_000;

/** Deletes what has expired, files and rows, and answers how many images that were. Several servers may sweep one database: a row is deleted once. */
export async function sweep({ db, storage, now }: Pick<ServerContext, 'db' | 'storage' | 'now'>): Promise<number> {
  const over = db.selectFrom('images').select('id').where('expires_ms', '<=', now()).limit(AT_ONCE);
  let count = 0;
  for (let rows = await over.execute(); rows.length > 0; rows = await over.execute()) {
    const ids = rows.map(({ id }) => id);
    count += await deleteImages(db, storage, ids);
  }
  await db.deleteFrom('sessions').where('expires_ms', '<=', now()).execute();
  await db
    .deleteFrom('idempotency')
    .where('created_ms', '<=', now() - KEEP_KEYS_MS)
    .execute();
  return count;
}

/** Sweeps now and then, until it is stopped. A sweep that fails is said in the log and tried again. */
export function startSweeper(context: ServerContext): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const tell = (images: number): void => {
    if (images > 0) context.log.info({ images }, 'expired images deleted');
  };
  const start = (): void => {
    running = running.then(() => sweep(context)).then(tell, (err: unknown) => context.log.error({ err }, 'a sweep failed'));
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
