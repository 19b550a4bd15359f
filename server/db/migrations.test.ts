import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findKeyOwner } from '../accounts/apiKeys.js';
import { MIGRATIONS } from './migrations.js';
import { openDatabase } from './openDatabase.js';

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'dropline-migrations-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A database as a version before the keys of one's own left it. */
async function writeEarlier(path: string): Promise<void> {
  const sqlite = new SqliteDatabase(path);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateTo('004-source-md5');
  if (error) throw new Error('It could not be written.', { cause: error });
  sqlite.exec(`insert into users (code, username, password_hash, role, api_key, created_ms) values ('abc', 'alice', 'scrypt:1:2', 'member', 'chv_alice', 5);
    insert into albums (code, user_id, name, privacy, created_ms, created_ip) values ('alb', 1, 'Sea', 'public', 6, '');
    insert into sessions (token_hash, auth_token, user_id, expires_ms) values ('hash', 'token', 1, 7);`);
  await db.destroy();
}

it('a database of an earlier version keeps its accounts, their keys and all that is theirs', async () => {
  const path = join(folder, 'dropline.sqlite');
  await writeEarlier(path);
  const db = await openDatabase(path);
  expect(await findKeyOwner(db, 'chv_alice', 10)).toMatchObject({ id: 1, username: 'alice', role: 'member' });
  expect(await db.selectFrom('albums').select(['code', 'user_id']).execute()).toEqual([{ code: 'alb', user_id: 1 }]);
  expect(await db.selectFrom('sessions').select(['user_id', 'agent']).execute()).toEqual([{ user_id: 1, agent: '' }]);
  // What belongs to an account still goes with it.
  await db.deleteFrom('users').where('id', '=', 1).execute();
  expect(await db.selectFrom('api_keys').selectAll().execute()).toEqual([]);
  await db.destroy();
});

it('what belongs together does so after every migration', async () => {
  const path = join(folder, 'dropline.sqlite');
  await writeEarlier(path);
  await (await openDatabase(path)).destroy();
  const sqlite = new SqliteDatabase(path);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  sqlite.close();
});
