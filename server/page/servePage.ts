import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PAGE_CONFIG, pageConfigPath, readPageConfigIn, type PageFolders } from './pageConfig.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  // So that browsers show it.
  '.md': 'text/plain; charset=utf-8',
};

/** The strict policy. `hostOrigin` is where pictures come from when they are not our own. */
export function contentSecurityPolicy(hostOrigin: string | null): string {
  const host = hostOrigin === null ? '' : ` ${hostOrigin}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    `img-src 'self' blob: data:${host}`,
    `media-src 'self' blob:${host}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    // No text becomes a script: the page's one policy lets its own workers start.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

export type ServePage = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<boolean>;

/** Serves the built page; answers false for what is no file of it. */
export function createServePage(folders: PageFolders, hostOrigin: string | null): ServePage {
  const root = resolve(folders.page);
  const csp = contentSecurityPolicy(hostOrigin);
  return async (incoming, outgoing) => {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false;
    const located = locate(root, incoming.url ?? '/');
    const path = located === join(root, PAGE_CONFIG) ? await pageConfigPath(folders) : located;
    const facts = path === null ? null : await stat(path).catch(() => null);
    if (path === null || !facts?.isFile()) return false;
    const isHashed = path.startsWith(join(root, 'assets') + sep);
    outgoing.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Length': facts.size,
      'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Security-Policy': csp,
      ...(extname(path) === '.html' && { 'Cross-Origin-Opener-Policy': await openerPolicy(folders) }),
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    if (incoming.method === 'HEAD') outgoing.end();
    else await pipeline(createReadStream(path), outgoing).catch(() => undefined); // the browser left
    return true;
  };
}

/** Whoever opens the page keeps no hold of its window, unless editors may open it as a popup: from them, too, the strict answer would take it. */
async function openerPolicy(folders: PageFolders): Promise<'same-origin' | 'unsafe-none'> {
  const { allowedOrigins } = await readPageConfigIn(folders);
  return allowedOrigins.length > 0 ? 'unsafe-none' : 'same-origin';
}

/** Null for what leads out of the folder, into hidden files, or is no address. */
function locate(root: string, url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return null;
    const located = resolve(join(root, path === '/' ? 'index.html' : path));
    return located.startsWith(root + sep) ? located : null;
  } catch {
    return null;
  }
}
