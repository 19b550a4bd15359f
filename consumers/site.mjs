/** Serves a built page, and the gateway beside it, under the strict policy. Settings come from the environment: PORT, UPSTREAM, API_KEY, FOLDER. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { extname, join, resolve, sep } from 'node:path';
import { createGateway } from 'dropline/gateway';
import { createNodeHandler } from 'dropline/gateway/node';

const { PORT = '0', UPSTREAM = '', API_KEY = '', FOLDER = 'dist' } = process.env;
const ROOT = resolve(FOLDER);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.map': 'application/json',
  '.json': 'application/json',
};

const gateway = createNodeHandler(createGateway({ upstream: UPSTREAM, apiKey: API_KEY, listensOn: '127.0.0.1' }));

/** An import map is a script that stands in the page, so it is let in by its hash. */
function hashesOf(html) {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return inline.map(([, text]) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
}

const policy = (hashes) =>
  [
    "default-src 'self'",
    `script-src 'self'${hashes}`,
    "style-src 'self'",
    "worker-src 'self'",
    `img-src 'self' blob: data: ${UPSTREAM}`,
    `media-src 'self' blob: ${UPSTREAM}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

const POLICY = policy(hashesOf(await readFile(join(ROOT, 'index.html'), 'utf8')));

async function serve(incoming, outgoing) {
  const { pathname } = new URL(incoming.url, 'http://localhost');
  if (pathname.startsWith('/gateway/')) return gateway(incoming, outgoing);
  const path = resolve(join(ROOT, decodeURIComponent(pathname === '/' ? 'index.html' : pathname)));
  const facts = path.startsWith(ROOT + sep) ? await stat(path).catch(() => null) : null;
  if (!facts?.isFile()) return outgoing.writeHead(404).end();
  outgoing.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY });
  createReadStream(path).pipe(outgoing);
}

createServer({ requestTimeout: 0 }, (incoming, outgoing) => void serve(incoming, outgoing)).listen(Number(PORT), '127.0.0.1');
