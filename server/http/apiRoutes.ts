import type { Context } from 'hono';
import { ApiError } from '../apiError.js';
import { apiUpload } from './apiUpload.js';
import { apiUploader } from './apiUploader.js';
import { baseOf, type ServerEnv } from './serverEnv.js';

/**
 * `/api/<version>/<action>`. What follows the action is not looked at, as on hosts.
 *
 * @throws {ApiError} 100, 110 or 120 for an address that is none
 */
export async function apiRoutes(c: Context<ServerEnv>): Promise<Response> {
  const { pathname, search, searchParams } = new URL(c.req.url);
  const tidy = tidyPath(pathname, search);
  if (tidy !== null) return c.redirect(`${baseOf(c)}${tidy}`, 301);
  const [version, action] = pathname.split('/').slice(2).filter(Boolean);
  if (version === '1' && action === 'upload') return apiUpload(c);
  await apiUploader(c, searchParams.get('key'));
  if (version === undefined) throw new ApiError(100, 'No version provided');
  if (version !== '1') throw new ApiError(110, 'Invalid API version.');
  if (action === undefined) throw new ApiError(100, 'No action provided');
  throw new ApiError(120, 'Invalid API action');
}

/** Hosts end an address in a slash where a query follows, and only there; null where it is so already. */
function tidyPath(pathname: string, search: string): string | null {
  const hasSlash = pathname.endsWith('/');
  if (hasSlash === (search !== '')) return null;
  return hasSlash ? pathname.replace(/\/+$/, '') : `${pathname}/${search}`;
}
