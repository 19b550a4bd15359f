import type { Db } from '../db/openDatabase.js';
import type { ApiKeyRow, UserRow } from '../db/schema.js';
import { endingOf, randomApiKey, secretHash } from '../tokens.js';

/** More than anybody needs, so that nobody fills the database with them. */
export const MAX_KEYS = 50;
export const MAX_KEY_NAME_CHARS = 60;
const USED_STEP_MS = 60_000;

/** A new key of an account: the only time it can be read. Null where there are too many. */
export async function createApiKey(db: Db, userId: number, name: string, nowMs: number): Promise<string | null> {
  const { count } = await db
    .selectFrom('api_keys')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  if (count >= MAX_KEYS) return null;
  const key = randomApiKey();
  await keepKey(db, { userId, key, name, isServersOwn: false, nowMs });
  return key;
}

/** The key by which the gateway of the same process uploads; the one before is void. */
export async function setServersOwnKey(db: Db, userId: number, key: string, nowMs: number): Promise<void> {
  await db.deleteFrom('api_keys').where('is_servers_own', '=', 1).where('key_hash', '!=', secretHash(key)).execute();
  await keepKey(db, { userId, key, name: 'This server', isServersOwn: true, nowMs });
}

interface NewKey {
  readonly userId: number;
  readonly key: string;
  readonly name: string;
  readonly isServersOwn: boolean;
  readonly nowMs: number;
}

async function keepKey(db: Db, { userId, key, name, isServersOwn, nowMs }: NewKey): Promise<void> {
  const facts = { user_id: userId, name, is_servers_own: isServersOwn ? 1 : 0 } as const;
  await db
    .insertInto('api_keys')
    .values({ ...facts, key_hash: secretHash(key), ending: endingOf(key), created_ms: nowMs })
    .onConflict((conflict) => conflict.column('key_hash').doUpdateSet(facts))
    .execute();
}

export const apiKeysOf = (db: Db, userId: number): Promise<ApiKeyRow[]> =>
  db.selectFrom('api_keys').selectAll().where('user_id', '=', userId).orderBy('id').execute();

/** Void at once. The server's own is not revoked here: its gateway would be left without one. */
export async function revokeApiKey(db: Db, userId: number, id: number): Promise<void> {
  await db.deleteFrom('api_keys').where('id', '=', id).where('user_id', '=', userId).where('is_servers_own', '=', 0).execute();
}

/** Whose key it is. Looked up by its hash, which nobody can steer: how long the look takes tells nothing about the key. */
export async function findKeyOwner(db: Db, key: string, nowMs: number): Promise<UserRow | null> {
  const found = await db
    .selectFrom('api_keys')
    .innerJoin('users', 'users.id', 'api_keys.user_id')
    .selectAll('users')
    .select(['api_keys.id as key_id', 'api_keys.used_ms'])
    .where('api_keys.key_hash', '=', secretHash(key))
    .executeTakeFirst();
  if (!found) return null;
  const { key_id: keyId, used_ms: usedMs, ...user } = found;
  if (usedMs === null || nowMs - usedMs > USED_STEP_MS) {
    await db.updateTable('api_keys').set({ used_ms: nowMs }).where('id', '=', keyId).execute();
  }
  return user;
}
