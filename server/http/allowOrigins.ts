import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from './serverEnv.js';

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'X-API-Key, Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '600',
};

/** CORS for the origins that the settings name, and for nobody by default, as on hosts. Never with cookies: the key is the permission. */
export const allowOrigins: MiddlewareHandler<ServerEnv> = async (c, next) => {
  const { cors } = c.var.server.settings;
  const origin = c.req.header('origin');
  const isAllowed = origin !== undefined && cors.includes(origin);
  if (isAllowed && c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
    return c.body(null, 204, { ...PREFLIGHT, 'Access-Control-Allow-Origin': origin, Vary: 'Origin' });
  }
  await next();
  if (cors.length > 0) c.header('Vary', 'Origin', { append: true });
  if (!isAllowed) return;
  c.header('Access-Control-Allow-Origin', origin);
  c.header('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
};
