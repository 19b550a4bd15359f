import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSameSecret } from '../tokens.js';

/**
 * Whether an `Authorization` header holds the password, with any user name: the browser asks for it once and sends it along (Basic, RFC 7617).
 * Without a password everybody may.
 */
export function isPassword(header: string | null | undefined, password: string | null): boolean {
  if (password === null) return true;
  const [, base64 = ''] = /^Basic ([\w+/=-]+)$/i.exec(header ?? '') ?? [];
  const credentials = Buffer.from(base64, 'base64').toString('utf8');
  return isSameSecret(credentials.slice(credentials.indexOf(':') + 1), password);
}

/** Makes the browser ask for the password before it gets the page; answers whether it did. */
export function askPassword(incoming: IncomingMessage, outgoing: ServerResponse, password: string | null): boolean {
  const isPage = /^\/(?:index\.html)?(?:\?|$)/.test(incoming.url ?? '');
  if (!isPage || isPassword(incoming.headers.authorization, password)) return false;
  outgoing.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Upload", charset="UTF-8"', 'Content-Type': 'text/plain; charset=utf-8' });
  outgoing.end('This page asks for a password.\n');
  return true;
}
