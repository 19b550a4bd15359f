import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.js';
import type { Uploader } from './Uploader.js';

/** The album asked for, if it is the sender's own, by account or, of a guest, by session. One that is unknown or someone else's is silently dropped, as hosts do. */
export async function chooseAlbum(db: Transaction<Database>, uploader: Uploader, code: string | null): Promise<number | null> {
  const { user, sessionHash } = uploader;
  if (code === null || (user === null && sessionHash === null)) return null;
  const album = await db
    .selectFrom('albums')
    .select('id')
    .where('code', '=', code)
    .where((is) => (user ? is('user_id', '=', user.id) : is.and([is('user_id', 'is', null), is('session_hash', '=', sessionHash)])))
    .executeTakeFirst();
  return album?.id ?? null;
}
