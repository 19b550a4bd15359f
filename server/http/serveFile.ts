import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { findServedFile, type ServedFile } from '../db/images.js';
import { reviewerSession } from '../moderation/reviewerSession.js';
import { readRange } from './readRange.js';
import type { ServerEnv } from './serverEnv.js';

const YEAR_SECONDS = 31_536_000;
/** Should something else than a picture ever lie there, it could do nothing. */
const PICTURE_CSP = "default-src 'none'; sandbox";
/** A browser shows a video on a page of its own making, which has to be allowed to load it. Scripts are none of that. */
const VIDEO_CSP = "default-src 'none'; media-src 'self'; sandbox allow-same-origin";

/** A stored file: whole, in part, or unchanged. What lies at an address never changes, so it may be kept for as long as it lives. */
export async function serveFile(c: Context<ServerEnv>): Promise<Response> {
  const { db, storage, now } = c.var.server;
  // Stored names are such that nothing in an address needs decoding.
  const path = c.req.path.slice('/images/'.length);
  const file = await findServedFile(db, path, now());
  if (!file || (file.is_approved === 0 && !(await reviewerSession(c)))) return notFound(c);
  const headers = headersOf(file, now());
  if (c.req.header('if-none-match')?.includes(headers.ETag)) return c.body(null, 304, headers);
  const isFresh = [undefined, headers.ETag].includes(c.req.header('if-range'));
  const range = isFresh ? readRange(c.req.header('range'), file.size) : null;
  if (range === 'unsatisfiable') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${file.size}` });
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  const sized = {
    ...headers,
    'Content-Length': String(end - start + 1),
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${file.size}` }),
  };
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status, sized);
  const stream = await storage.read(path, { start, end });
  if (!stream) return notFound(c);
  return c.body(Readable.toWeb(stream) as ReadableStream, status, sized);
}

/** Text, since no person reads what stands in place of a picture; not kept, since a moderated one may appear. */
const notFound = (c: Context<ServerEnv>): Response => c.text('Not Found', 404, { 'Cache-Control': 'no-store' });

function headersOf(file: ServedFile, nowMs: number) {
  const leftSeconds = file.expires_ms === null ? YEAR_SECONDS : Math.max(0, Math.floor((file.expires_ms - nowMs) / 1_000));
  return {
    'Content-Type': file.mime,
    ETag: `"${file.md5}-${file.role}"`,
    'Accept-Ranges': 'bytes',
    'Cache-Control': file.is_approved === 1 ? `public, max-age=${Math.min(YEAR_SECONDS, leftSeconds)}, immutable` : 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': file.mime.startsWith('video/') ? VIDEO_CSP : PICTURE_CSP,
    'Content-Disposition': 'inline',
  };
}
