import { join } from 'node:path';
import { hashPassword } from '../accounts/password.js';
import { openDatabase } from '../db/openDatabase.js';
import { createApiKey } from '../accounts/apiKeys.js';
import { randomCode } from '../tokens.js';

/** An account that is no administrator's, put straight into the database of a server that runs. */
export async function addMember(dataDir: string, username: string, password: string): Promise<{ apiKey: string; code: string }> {
  const db = await openDatabase(join(dataDir, 'dropline.sqlite'));
  const account = { code: randomCode(), username, role: 'member', created_ms: 0 } as const;
  const { id } = await db
    .insertInto('users')
    .values({ ...account, password_hash: await hashPassword(password) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const apiKey = (await createApiKey(db, id, 'Test', 0)) ?? '';
  await db.destroy();
  return { apiKey, code: account.code };
}
