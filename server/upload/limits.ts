import { ApiError } from '../apiError.js';
import type { ServerContext } from '../context.js';
import type { Executor } from '../db/images.js';
import type { MediaFormat } from '../../src/shared/mediaFormat.js';
import type { Uploader } from './Uploader.js';

const DAY_MS = 86_400_000;
const WINDOWS = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', DAY_MS],
  ['week', 7 * DAY_MS],
  ['month', 30 * DAY_MS],
] as const;

/** Uploads of one account, or of one address where there is none. */
const ofUploader = (db: Executor, { user, ip }: Uploader) =>
  db
    .selectFrom('images')
    .where((is) => (user ? is('user_id', '=', user.id) : is.and([is('user_id', 'is', null), is('uploader_ip', '=', ip)])));

/** @throws {ApiError} 130, told from other 130s by its text alone, as on hosts */
export async function refuseFlood(context: ServerContext, db: Executor, uploader: Uploader): Promise<void> {
  for (const [unit, lengthMs] of WINDOWS) {
    const limit = context.settings.flood[unit];
    if (limit === null) continue;
    const { sent } = await ofUploader(db, uploader)
      .select((select) => select.fn.countAll<number>().as('sent'))
      .where('uploaded_ms', '>', context.now() - lengthMs)
      .executeTakeFirstOrThrow();
    if (sent < limit) continue;
    throw new ApiError(130, `Flooding detected. You can only upload ${limit} image${limit === 1 ? '' : 's'} per ${unit}`);
  }
}

/**
 * The same bytes from the same sender within a day. A BMP is never the same, since it is stored as something else; administrators may repeat.
 *
 * @throws {ApiError} 101, or 102 where what was stored is not what came
 */
export async function refuseDuplicate(
  { settings, now }: ServerContext,
  db: Executor,
  uploader: Uploader,
  receivedMd5: string,
  format: MediaFormat,
): Promise<void> {
  if (settings.duplicates === 'allow' || uploader.user?.role === 'administrator' || format === 'bmp') return;
  const earlier = await db
    .selectFrom('images')
    .select('md5')
    .where('received_md5', '=', receivedMd5)
    .where('uploader_ip', '=', uploader.ip)
    .where('uploaded_ms', '>', now() - DAY_MS)
    .executeTakeFirst();
  if (earlier) throw new ApiError(earlier.md5 === receivedMd5 ? 101 : 102, 'Duplicated upload');
}
