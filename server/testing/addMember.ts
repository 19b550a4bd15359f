import { join } from 'node:path';
import { hashPassword } from '../accounts/password.js';
import { openDatabase } from '../db/openDatabase.js';
import { randomApiKey, randomCode } from '../tokens.js';

/** An account that is no administrator's, put straight into the database of a server that runs. */
export async function addMember(dataDir: string, username: string, password: string): Promise<{ apiKey: string; code: string }> {
  const db = await openDatabase(join(dataDir, 'dropline.sqlite'));
  const account = { code: randomCode(), username, role: 'member', api_key: randomApiKey(), created_ms: 0 } as const;
  await db
    .insertInto('users')
    .values({ ...account, password_hash: await hashPassword(password) })
    .execute();
  await db.destroy();
  return { apiKey: account.api_key, code: account.code };
}
