import type { Storage } from '../storage/Storage.js';
import type { Db } from './openDatabase.js';

// A file is written down as loose before it moves in, and its image's transaction strikes it out. Whatever is still written down at the next start was left by a crash.

/** Reserves the paths; false when one of them is taken, by a stored image or by an upload under way. */
export async function reservePaths(db: Db, folder: string, name: string, paths: readonly string[]): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const image = await transaction
      .selectFrom('images')
      .select('id')
      .where('folder', '=', folder)
      .where('name', '=', name)
      .executeTakeFirst();
    const prefix = `${folder}/${name}.`;
    const loose = await transaction
      .selectFrom('loose_files')
      .select('path')
      .where('path', '>=', prefix)
      .where('path', '<', `${folder}/${name}/`) // the character after the dot
      .executeTakeFirst();
    if (image || loose) return false;
    await transaction
      .insertInto('loose_files')
      .values(paths.map((path) => ({ path })))
      .execute();
    return true;
  });
}

/** Removes files that no image owns. */
export async function removeLoose(db: Db, storage: Storage, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await storage.remove(path);
    await db.deleteFrom('loose_files').where('path', '=', path).execute();
  }
}

/** What a crash has left. Only at the start, before any upload: with several servers on one database, of one of them alone. */
export async function removeAllLoose(db: Db, storage: Storage): Promise<void> {
  const rows = await db.selectFrom('loose_files').select('path').execute();
  await removeLoose(
    db,
    storage,
    rows.map(({ path }) => path),
  );
}

/** Deletes images with their files: first the rows, so that nothing points at a file that is gone. */
export async function deleteImages(db: Db, storage: Storage, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { paths, count } = await db.transaction().execute(async (transaction) => {
    const files = await transaction.selectFrom('files').select('path').where('image_id', 'in', ids).execute();
    if (files.length > 0) {
      await transaction
        .insertInto('loose_files')
        .values(files.map(({ path }) => ({ path })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const { numDeletedRows } = await transaction.deleteFrom('images').where('id', 'in', ids).executeTakeFirstOrThrow();
    return { paths: files.map(({ path }) => path), count: Number(numDeletedRows) };
  });
  await removeLoose(db, storage, paths);
  return count;
}
