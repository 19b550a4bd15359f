import { type CountedAlbum, albumById, ownerOf, owns } from '../albums/albums.js';
import { type FullImage, withParts } from '../db/images.js';
import type { Db } from '../db/openDatabase.js';
import type { UserRow } from '../db/schema.js';
import { fileUrl, imageJson } from '../http/imageJson.js';
import { baseOf } from '../http/serverEnv.js';
import type { JsonCall } from './Action.js';
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

/** Null of a guest. */
const findUser = async (db: Db, id: number | null): Promise<UserRow | null> =>
  (id === null ? undefined : await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

async function describeUser(db: Db, user: UserRow | null, base: string): Promise<Record<string, unknown>> {
  if (!user) return guestJson(base);
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
  const user = await describeUser(db, await findUser(db, album.user_id), base);
  const parent = album.parent_id === null ? undefined : await albumById(db, album.parent_id);
  const json = answeredAlbum(album, base, await coverOf(db, album, base), now());
  return { ...json, user, ...(parent && { parent_id_encoded: parent.code }), html: '' };
}

/** An image; to an account also whose it is and what album it is in. */
export async function describeImage(call: JsonCall, image: FullImage): Promise<Record<string, unknown>> {
  const { db, now } = call.c.var.server;
  const base = baseOf(call.c);
  const json = imageJson(image, base, now());
  if (!call.session.user) return json;
  const owner = await findUser(db, image.row.user_id);
  const album = await ownAlbum(call, image);
  return {
    ...json,
    user: await describeUser(db, owner, base),
    album: album ? albumJson(album, base, await coverOf(db, album, base)) : unfiledJson(owner),
  };
}

/** As an edit answers it: with the album's neighbours, of which this server knows none, and without its cover. */
export async function describeEdited(call: JsonCall, image: FullImage): Promise<Record<string, unknown>> {
  const json = await describeImage(call, image);
  const album = await ownAlbum(call, image);
  if (album) return { ...json, album: { ...albumJson(album, baseOf(call.c), null), slice: { next: '', prev: '', html: '' } } };
  return { ...json, album: { ...(json['album'] as Record<string, unknown>), slice: null } };
}

/** The album that an image is in. Of somebody else's, where an administrator may have put it, nothing is told. */
async function ownAlbum({ c, session }: JsonCall, { row }: FullImage): Promise<CountedAlbum | undefined> {
  const album = row.album_id === null ? undefined : await albumById(c.var.server.db, row.album_id);
  return album && owns(ownerOf(session), album) ? album : undefined;
}
