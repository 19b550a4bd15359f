import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.js';
import type { Uploader } from './Uploader.js';

/** The album asked for, if it is the sender's own. One that is unknown or someone else's is silently dropped, as hosts do. */
export async function chooseAlbum(db: Transaction<Database>, uploader: Uploader, code: string | null): Promise<number | null> {
  if (code === null || uploader.user === null) return null;
  const album = await db
    .selectFrom('albums')
    .select('id')
    .where('code', '=', code)
    .where('user_id', '=', uploader.user.id)
    .executeTakeFirst();
  return album?.id ?? null;
}
