import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/openDatabase.js';
import { randomApiKey, randomCode, randomHex } from '../tokens.js';
import { setServersOwnKey } from './apiKeys.js';
import { hashPassword } from './password.js';

export const ADMINISTRATOR = 'admin';

/** The administrator's key. Account, key and password are made at the first start; key and password are kept in files that only the owner can read. */
export async function ensureAdministrator(db: Db, dataDir: string, givenKey: string | null, nowMs: number): Promise<string> {
  const apiKey = givenKey ?? (await keep(join(dataDir, 'api-key'), randomApiKey));
  const admin = await db.selectFrom('users').selectAll().where('username', '=', ADMINISTRATOR).executeTakeFirst();
  if (admin) {
    await setServersOwnKey(db, admin.id, apiKey, nowMs);
    return apiKey;
  }
  const password = await keep(join(dataDir, 'admin-password'), () => randomHex(12));
  const account = { code: randomCode(), username: ADMINISTRATOR, role: 'administrator', created_ms: nowMs } as const;
  const { id } = await db
    .insertInto('users')
    .values({ ...account, password_hash: await hashPassword(password) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setServersOwnKey(db, id, apiKey, nowMs);
  return apiKey;
}

async function keep(path: string, make: () => string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim() !== '') return kept.trim();
  const made = make();
  await writeFile(path, `${made}\n`, { mode: 0o600 });
  return made;
}
