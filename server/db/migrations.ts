import { sql, type Kysely, type Migration } from 'kysely';
import { endingOf, secretHash } from '../tokens.js';

type Db = Kysely<unknown>;

const id = 'integer';

async function createAccounts(db: Db): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', id, (c) => c.primaryKey().autoIncrement())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('username', 'text', (c) => c.notNull().unique())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('api_key', 'text', (c) => c.notNull().unique())
    .addColumn('created_ms', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('auth_token', 'text', (c) => c.notNull())
    .addColumn('user_id', id, (c) => c.references('users.id').onDelete('cascade'))
    .addColumn('expires_ms', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('albums')
    .addColumn('id', id, (c) => c.primaryKey().autoIncrement())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('user_id', id, (c) => c.references('users.id').onDelete('cascade'))
    .addColumn('session_hash', 'text')
    .addColumn('parent_id', id, (c) => c.references('albums.id').onDelete('set null'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('description', 'text')
    .addColumn('privacy', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('created_ms', 'bigint', (c) => c.notNull())
    .addColumn('created_ip', 'text', (c) => c.notNull())
    .execute();
}

async function createImages(db: Db): Promise<void> {
  await db.schema
    .createTable('images')
    .addColumn('id', id, (c) => c.primaryKey().autoIncrement())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('user_id', id, (c) => c.references('users.id').onDelete('set null'))
    .addColumn('session_hash', 'text')
    .addColumn('album_id', id, (c) => c.references('albums.id').onDelete('set null'))
    .addColumn('category_id', id)
    .addColumn('folder', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('width', id, (c) => c.notNull())
    .addColumn('height', id, (c) => c.notNull())
    .addColumn('duration_seconds', id, (c) => c.notNull())
    .addColumn('is_animated', id, (c) => c.notNull())
    .addColumn('is_approved', id, (c) => c.notNull())
    .addColumn('is_nsfw', id, (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('description', 'text')
    .addColumn('original_name', 'text', (c) => c.notNull())
    .addColumn('exif_json', 'text')
    .addColumn('md5', 'text', (c) => c.notNull())
    .addColumn('received_md5', 'text', (c) => c.notNull())
    .addColumn('delete_token', 'text', (c) => c.notNull())
    .addColumn('views', id, (c) => c.notNull())
    .addColumn('created_ms', 'bigint', (c) => c.notNull())
    .addColumn('uploaded_ms', 'bigint', (c) => c.notNull())
    .addColumn('expires_ms', 'bigint')
    .addColumn('uploader_ip', 'text', (c) => c.notNull())
    .addUniqueConstraint('images_folder_name', ['folder', 'name'])
    .execute();
  await db.schema.createIndex('images_expires').on('images').column('expires_ms').execute();
  await db.schema.createIndex('images_uploaded').on('images').column('uploaded_ms').execute();
  await db.schema.createIndex('images_received').on('images').column('received_md5').execute();
  await db.schema.createIndex('images_album').on('images').column('album_id').execute();
}

async function createFiles(db: Db): Promise<void> {
  await db.schema
    .createTable('tags')
    .addColumn('image_id', id, (c) => c.notNull().references('images.id').onDelete('cascade'))
    .addColumn('position', id, (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('tags_key', ['image_id', 'position'])
    .execute();
  await db.schema
    .createTable('files')
    .addColumn('path', 'text', (c) => c.primaryKey())
    .addColumn('image_id', id, (c) => c.notNull().references('images.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('mime', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull())
    .addColumn('width', id, (c) => c.notNull())
    .addColumn('height', id, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('files_image').on('files').column('image_id').execute();
  await db.schema
    .createTable('loose_files')
    .addColumn('path', 'text', (c) => c.primaryKey())
    .execute();
  await db.schema
    .createTable('idempotency')
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('image_id', id, (c) => c.notNull())
    .addColumn('answer_json', 'text', (c) => c.notNull())
    .addColumn('created_ms', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_key', ['owner', 'key'])
    .execute();
}

async function addSourceMd5(db: Db): Promise<void> {
  await db.schema.alterTable('images').addColumn('source_md5', 'text').execute();
}

/** Keys were one for each account and readable; now each account has as many as it likes, and only their hashes are kept. */
async function addApiKeys(db: Db): Promise<void> {
  await db.schema
    .createTable('api_keys')
    .addColumn('id', id, (c) => c.primaryKey().autoIncrement())
    .addColumn('user_id', id, (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('key_hash', 'text', (c) => c.notNull().unique())
    .addColumn('ending', 'text', (c) => c.notNull())
    .addColumn('is_servers_own', id, (c) => c.notNull())
    .addColumn('created_ms', 'bigint', (c) => c.notNull())
    .addColumn('used_ms', 'bigint')
    .execute();
  await db.schema.createIndex('api_keys_user').on('api_keys').column('user_id').execute();
  const { rows } = await sql<{ id: number; api_key: string; created_ms: number }>`select id, api_key, created_ms from users`.execute(db);
  for (const { id: userId, api_key: key, created_ms: createdMs } of rows) {
    await sql`insert into api_keys (user_id, name, key_hash, ending, is_servers_own, created_ms)
      values (${userId}, 'First key', ${secretHash(key)}, ${endingOf(key)}, 0, ${createdMs})`.execute(db);
  }
  // SQLite drops no column that is unique, so the table is made anew.
  await db.schema
    .createTable('users_anew')
    .addColumn('id', id, (c) => c.primaryKey().autoIncrement())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('username', 'text', (c) => c.notNull().unique())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('created_ms', 'bigint', (c) => c.notNull())
    .execute();
  await sql`insert into users_anew select id, code, username, password_hash, role, created_ms from users`.execute(db);
  await db.schema.dropTable('users').execute();
  await db.schema.alterTable('users_anew').renameTo('users').execute();
}

async function tellSessionsApart(db: Db): Promise<void> {
  for (const column of ['created_ms', 'seen_ms'] as const) {
    await db.schema
      .alterTable('sessions')
      .addColumn(column, 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
  }
  await db.schema
    .alterTable('sessions')
    .addColumn('agent', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
}

/** Each once, in the order of their names, never changed after a release. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-accounts': { up: createAccounts },
  '002-images': { up: createImages },
  '003-files': { up: createFiles },
  '004-source-md5': { up: addSourceMd5 },
  '005-api-keys': { up: addApiKeys },
  '006-session-facts': { up: tellSessionsApart },
};
