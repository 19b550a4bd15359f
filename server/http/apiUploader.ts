import type { Context } from 'hono';
import { ApiError } from '../apiError.js';
import { findKeyOwner } from '../accounts/apiKeys.js';
import { isSameSecret } from '../tokens.js';
import type { Uploader } from '../upload/Uploader.js';
import { addressOf, type ServerEnv } from './serverEnv.js';
import { networkOf } from './visitors.js';

/**
 * Who holds the key: an account's, or the guests' own where the settings name one. The header wins over a field.
 *
 * @throws {ApiError} 100 without a key or with a wrong one
 */
export async function apiUploader(c: Context<ServerEnv>, sentKey: string | null): Promise<Uploader> {
  const { db, settings, now } = c.var.server;
  const key = c.req.header('x-api-key') || sentKey;
  if (!key) throw new ApiError(100, 'No key provided');
  const ip = networkOf(addressOf(c));
  const user = await findKeyOwner(db, key, now());
  if (user) return { user, sessionHash: null, ip, owner: `user ${user.id}` };
  if (settings.guestApiKey !== null && isSameSecret(settings.guestApiKey, key))
    return { user: null, sessionHash: null, ip, owner: `guest ${ip}` };
  throw new ApiError(100, 'Invalid API key.');
}
