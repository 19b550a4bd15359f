import type { Transaction } from 'kysely';
import { randomCode } from '../tokens.js';
import type { Db } from './openDatabase.js';
import type { Database, FileRow, Flag, ImageRow, NewImage } from './schema.js';

export interface StoredFile extends Omit<FileRow, 'image_id'> {}

/** An image with all that its JSON tells. */
export interface FullImage {
  readonly row: ImageRow;
  readonly files: readonly StoredFile[];
  readonly tags: readonly string[];
}

/** The database, or a transaction on it. */
export type Executor = Db | Transaction<Database>;

export async function insertImage(
  db: Executor,
  image: Omit<NewImage, 'code'>,
  files: readonly StoredFile[],
  tags: readonly string[],
): Promise<FullImage> {
  const row = await db
    .insertInto('images')
    .values({ ...image, code: randomCode() })
    .returningAll()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('files')
    .values(files.map((file) => ({ ...file, image_id: row.id })))
    .execute();
  await replaceTags(db, row.id, tags);
  return { row, files, tags };
}

export async function replaceTags(db: Executor, imageId: number, tags: readonly string[]): Promise<void> {
  await db.deleteFrom('tags').where('image_id', '=', imageId).execute();
  if (tags.length === 0) return;
  await db
    .insertInto('tags')
    .values(tags.map((name, position) => ({ image_id: imageId, position, name })))
    .execute();
}

/** Null when there is none, or its time is over although the sweeper has not come yet. */
export async function findImage(db: Executor, code: string, nowMs: number): Promise<FullImage | null> {
  const row = await db.selectFrom('images').selectAll().where('code', '=', code).executeTakeFirst();
  return row && !isOver(row, nowMs) ? withParts(db, row) : null;
}

export const isOver = (row: Pick<ImageRow, 'expires_ms'>, nowMs: number): boolean => row.expires_ms !== null && row.expires_ms <= nowMs;

export async function withParts(db: Executor, row: ImageRow): Promise<FullImage> {
  const files = await db.selectFrom('files').selectAll().where('image_id', '=', row.id).execute();
  const tags = await db.selectFrom('tags').select('name').where('image_id', '=', row.id).orderBy('position').execute();
  return { row, files, tags: tags.map(({ name }) => name) };
}

export interface ServedFile extends FileRow {
  readonly expires_ms: number | null;
  readonly is_approved: Flag;
  readonly md5: string;
}

/** A file whose image is not over; one that is not approved is for reviewers alone. */
export async function findServedFile(db: Db, path: string, nowMs: number): Promise<ServedFile | null> {
  const file = await db
    .selectFrom('files')
    .innerJoin('images', 'images.id', 'files.image_id')
    .selectAll('files')
    .select(['images.expires_ms', 'images.is_approved', 'images.md5'])
    .where('files.path', '=', path)
    .executeTakeFirst();
  return file && !isOver(file, nowMs) ? file : null;
}
