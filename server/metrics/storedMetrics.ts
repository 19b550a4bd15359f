import { Gauge, type Registry } from 'prom-client';
import type { Db } from '../db/openDatabase.js';

/** Counting reads whole tables: of a million files, a tenth of a second in which nothing else is answered. */
const EVERY_MS = 60_000;

/** What lies in the storage, as the database names it: counted when somebody asks, once a minute at most. */
export function addStoredMetrics(registry: Registry, db: Db): void {
  let countedMs = Number.NEGATIVE_INFINITY;
  let counted = Promise.resolve();
  /** All of them ask at the same time. */
  const collect = (): Promise<void> => {
    const nowMs = performance.now();
    if (nowMs - countedMs >= EVERY_MS) {
      countedMs = nowMs;
      counted = count();
    }
    return counted;
  };
  const registers = [registry];
  const images = new Gauge({ name: 'dropline_stored_images', help: 'Images and videos that are stored.', registers, collect });
  const files = new Gauge({ name: 'dropline_stored_files', help: 'Their files, with thumbnails.', registers, collect });
  const bytes = new Gauge({ name: 'dropline_stored_bytes', help: 'What those files take.', registers, collect });
  async function count(): Promise<void> {
    const image = await db
      .selectFrom('images')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const file = await db
      .selectFrom('files')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('size').as('size')])
      .executeTakeFirstOrThrow();
    images.set(image.count);
    files.set(file.count);
    bytes.set(file.size ?? 0);
  }
}
