import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { MIGRATIONS } from './migrations.js';
import type { Database } from './schema.js';

export type Db = Kysely<Database>;

/** The database in one file, brought up to date. What is committed survives a power cut (WAL, full sync). */
export async function openDatabase(path: string): Promise<Db> {
  const sqlite = new SqliteDatabase(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  // A migration that makes a table anew drops the old one, and with it would go all that points to it.
  sqlite.pragma('foreign_keys = OFF');
  sqlite.pragma('busy_timeout = 5000');
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await db.destroy();
    throw new Error('The database could not be brought up to date, so nothing can be stored. Was it written by a newer version?', {
      cause: error,
    });
  }
  sqlite.pragma('foreign_keys = ON');
  return db;
}
