import { existsSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';

export interface NamedFile {
  /** Below `images/`. */
  readonly path: string;
  readonly size: number;
}

/**
 * The whole database as it is at one moment. In one read, and so to its end however much is written meanwhile: SQLite's backup page by page begins anew with
 * each write of another process.
 *
 * @throws Error in plain words when there is no database
 */
export function takeSnapshot(live: string, copy: string): void {
  if (!existsSync(live)) throw new Error(`There is no ${live}, so there is nothing to back up. Set DATA_DIR to the server's data folder.`);
  within(live, (database) => database.prepare('VACUUM INTO ?').run(copy));
}

export const filesOf = (copy: string): NamedFile[] =>
  within(copy, (database) => database.prepare<[], NamedFile>('SELECT path, size FROM files ORDER BY path').all());

/** Whatever was deleted since the snapshot, since its files may not have been there any more, or others under their names. */
export function dropDeleted(copy: string, live: string): void {
  within(copy, (database) => {
    database.pragma('foreign_keys = ON');
    database.prepare('ATTACH ? AS live').run(live);
    database.exec('DELETE FROM images WHERE id NOT IN (SELECT id FROM live.images)');
  });
}

function within<T>(path: string, act: (database: Database) => T): T {
  const database = new SqliteDatabase(path, { fileMustExist: true, timeout: 30_000 });
  try {
    return act(database);
  } finally {
    database.close();
  }
}
