import { type CountedAlbum, albumById } from '../albums/albums.js';
import { type FullImage, withParts } from '../db/images.js';
import type { Db } from '../db/openDatabase.js';
import type { UserRow } from '../db/schema.js';
import { fileUrl, imageJson } from '../http/imageJson.js';
import { baseOf } from '../http/serverEnv.js';
import { type JsonCall, requireUser } from './Action.js';
import { albumJson, answeredAlbum, type Cover, unfiledJson } from './albumJson.js';
import { guestJson, userJson } from './userJson.js';

/** The newest picture in an album. */
async function coverOf(db: Db, album: CountedAlbum, base: string): Promise<Cover | null> {
  const row = await db
    .selectFrom('images')
    .selectAll()
    .where('album_id', '=', album.id)
    .where('is_approved', '=', 1)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const { files } = await withParts(db, row);
  const shown = files.find(({ role }) => role === (row.kind === 'video' ? 'frame' : 'image'));
  return { code: row.code, url: fileUrl(shown, base), widthPx: row.width, heightPx: row.height };
}

async function describeUser(db: Db, user: UserRow, base: string): Promise<Record<string, unknown>> {
  const count = async (table: 'images' | 'albums'): Promise<number> =>
    (
      await db
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('user_id', '=', user.id)
        .executeTakeFirstOrThrow()
    ).count;
  return userJson(user, { images: await count('images'), albums: await count('albums') }, base);
}

/** An album with its owner. */
export async function describeAlbum({ c }: JsonCall, album: CountedAlbum): Promise<Record<string, unknown>> {
  const { db, now } = c.var.server;
  const base = baseOf(c);
  const owner =
    album.user_id === null ? undefined : await db.selectFrom('users').selectAll().where('id', '=', album.user_id).executeTakeFirst();
  const user = owner ? await describeUser(db, owner, base) : guestJson(base);
  const parent = album.parent_id === null ? undefined : await albumById(db, album.parent_id);
  const json = answeredAlbum(album, base, await coverOf(db, album, base), now());
  return { ...json, user, ...(parent && { parent_id_encoded: parent.code }), html: '' };
}

/** An image; of an account's also who it is and what album it is in. */
export async function describeImage({ c, session }: JsonCall, image: FullImage): Promise<Record<string, unknown>> {
  const { db, now } = c.var.server;
  const base = baseOf(c);
  const json = imageJson(image, base, now());
  if (!session.user) return json;
  return { ...json, user: await describeUser(db, session.user, base), album: await describeAlbumOf(db, image, session.user, base) };
}

async function describeAlbumOf(db: Db, { row }: FullImage, user: UserRow, base: string): Promise<Record<string, unknown>> {
  const album = row.album_id === null ? undefined : await albumById(db, row.album_id);
  return album ? albumJson(album, base, await coverOf(db, album, base)) : unfiledJson(user);
}

/** As an edit answers it: with the album's neighbours, of which this server knows none. */
export async function describeEdited(call: JsonCall, image: FullImage): Promise<Record<string, unknown>> {
  const json = await describeImage(call, image);
  const { db } = call.c.var.server;
  const album = image.row.album_id === null ? undefined : await albumById(db, image.row.album_id);
  // Its cover is not looked for again.
  if (album) return { ...json, album: { ...albumJson(album, baseOf(call.c), null), slice: { next: '', prev: '', html: '' } } };
  return { ...json, album: { ...unfiledJson(requireUser(call)), slice: null } };
}
