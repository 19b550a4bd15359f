import type { Selectable, Transaction } from 'kysely';
import type { Db } from '../db/openDatabase.js';
import type { AlbumRow, Database } from '../db/schema.js';
import type { Session } from '../sessions/session.js';
import { randomCode } from '../tokens.js';

type Executor = Db | Transaction<Database>;

export const PRIVACIES = ['public', 'private', 'private_but_link', 'password'] as const;
export type Privacy = (typeof PRIVACIES)[number];
export const isPrivacy = (value: unknown): value is Privacy => PRIVACIES.some((privacy) => privacy === value);

export interface CountedAlbum extends Selectable<Database['albums']> {
  readonly image_count: number;
}

/** Whose something is: an account's, or of guests a session's. */
export interface Owner {
  readonly user: { readonly id: number; readonly role: string } | null;
  readonly hash: string | null;
}

export const ownerOf = ({ user, hash }: Session): Owner => ({ user, hash: user ? null : hash });

/** Administrators own all. */
export const owns = ({ user, hash }: Owner, thing: { user_id: number | null; session_hash: string | null }): boolean => {
  if (user) return user.role === 'administrator' || thing.user_id === user.id;
  return hash !== null && thing.user_id === null && thing.session_hash === hash;
};

export interface NewAlbum {
  readonly name: string;
  readonly description: string | null;
  readonly privacy: Privacy;
  readonly passwordHash: string | null;
  readonly parentId: number | null;
  readonly ip: string;
  readonly nowMs: number;
}

export const createAlbum = (db: Executor, { user, hash }: Owner, album: NewAlbum): Promise<AlbumRow> =>
  db
    .insertInto('albums')
    .values({
      code: randomCode(),
      user_id: user?.id ?? null,
      session_hash: hash,
      parent_id: album.parentId,
      name: album.name,
      description: album.description,
      privacy: album.privacy,
      password_hash: album.passwordHash,
      created_ms: album.nowMs,
      created_ip: album.ip,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

const counted = (db: Executor) =>
  db
    .selectFrom('albums')
    .selectAll('albums')
    .select((select) =>
      select
        .selectFrom('images')
        .select(select.fn.countAll<number>().as('count'))
        .whereRef('images.album_id', '=', 'albums.id')
        .as('image_count'),
    )
    .$castTo<CountedAlbum>();

export const albumByCode = (db: Executor, code: string): Promise<CountedAlbum | undefined> =>
  counted(db).where('albums.code', '=', code).executeTakeFirst();

export const albumById = (db: Executor, id: number): Promise<CountedAlbum | undefined> =>
  counted(db).where('albums.id', '=', id).executeTakeFirst();

/** The account's newest of that name. */
export async function albumCodeNamed(db: Executor, { user }: Owner, name: string, privacy: Privacy): Promise<string | undefined> {
  const own = db
    .selectFrom('albums')
    .select('code')
    .where('user_id', '=', user?.id ?? null);
  const album = await own.where('name', '=', name).where('privacy', '=', privacy).orderBy('id', 'desc').executeTakeFirst();
  return album?.code;
}

/** The newest first. */
export const albumsOf = (db: Executor, userId: number): Promise<CountedAlbum[]> =>
  counted(db).where('albums.user_id', '=', userId).orderBy('albums.id', 'desc').execute();

/** Of the asked images those that are there, and whether all of them are the owner's. */
export async function findOwned(db: Executor, owner: Owner, codes: readonly string[]): Promise<{ ids: number[]; areOwn: boolean }> {
  if (codes.length === 0) return { ids: [], areOwn: true };
  const rows = await db.selectFrom('images').select(['id', 'user_id', 'session_hash']).where('code', 'in', codes).execute();
  return { ids: rows.map(({ id }) => id), areOwn: rows.every((row) => owns(owner, row)) };
}

export async function putInto(db: Executor, albumId: number | null, imageIds: readonly number[]): Promise<void> {
  if (imageIds.length > 0) await db.updateTable('images').set({ album_id: albumId }).where('id', 'in', imageIds).execute();
}

export const albumUrl = ({ code }: Pick<AlbumRow, 'code'>, base: string): string => `${base}/album/${code}`;
