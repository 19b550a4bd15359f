import type { Context } from 'hono';
import { isPassword } from '../accounts/password.js';
import { type FullImage, withParts } from '../db/images.js';
import { html, type Markup } from '../http/html.js';
import { fileUrl, viewerPath } from '../http/imageJson.js';
import { notFoundPage, sendPage } from '../http/pages.js';
import { addressOf, type ServerEnv } from '../http/serverEnv.js';
import { createAttempts, waitMessage } from '../sessions/attempts.js';
import { readPost } from '../sessions/readPost.js';
import { accessTo, unlock } from './access.js';
import { albumByCode, albumUrl, type CountedAlbum } from './albums.js';

const AT_ONCE = 100;
const attempts = createAttempts();

/** `GET /album/:code`, and `POST` with the password of one that has it. A private one is its owner's; to others it is not there. */
export async function albumPage(c: Context<ServerEnv>): Promise<Response> {
  const album = await albumByCode(c.var.server.db, c.req.param('code') ?? '');
  const access = album ? await accessTo(c, album) : 'hidden';
  if (!album || access === 'hidden') return notFoundPage(c);
  if (access === 'open') return showAlbum(c, album);
  return c.req.method === 'POST' ? tryPassword(c, album) : askForPassword(c, album, null);
}

async function tryPassword(c: Context<ServerEnv>, album: CountedAlbum): Promise<Response> {
  const password = (await readPost(c)).value('password') ?? '';
  const [address, nowMs] = [addressOf(c), c.var.server.now()];
  const waitMs = attempts.begin(address, nowMs);
  if (waitMs > 0) {
    c.var.server.metrics.throttled('album');
    return askForPassword(c, album, waitMessage(waitMs));
  }
  if (!(await isPassword(password, album.password_hash ?? ''))) return askForPassword(c, album, 'The password is wrong.');
  attempts.forgive(address, nowMs);
  unlock(c, album);
  // Not shown at once: a reload would send the password again.
  return c.redirect(albumUrl(album, ''), 303);
}

function askForPassword(c: Context<ServerEnv>, album: CountedAlbum, problem: string | null): Response {
  const body = html`<h1>This album has a password</h1>
    ${problem !== null && html`<p class="error" role="alert">${problem}</p>`}
    <form method="post" action="${albumUrl(album, '')}">
      <label>Password<input name="password" type="password" required /></label>
      <button>Show</button>
    </form>`;
  return sendPage(c, { title: 'Album', body }, problem === null ? 200 : 403);
}

async function showAlbum(c: Context<ServerEnv>, album: CountedAlbum): Promise<Response> {
  const page = Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1);
  const { images, hasMore } = await readPage(c, album, page);
  const body = html`<h1>${album.name}</h1>
    ${album.description === null ? null : html`<p>${album.description}</p>`}
    ${images.length === 0 && html`<p class="muted">${page === 1 ? 'There is nothing in it yet.' : 'There is nothing more in it.'}</p>`}
    <ul class="grid">
      ${images.map(tile)}
    </ul>
    ${page > 1 && html`<p><a rel="prev" href="?page=${page - 1}">Newer</a></p>`}
    ${hasMore && html`<p><a rel="next" href="?page=${page + 1}">Older</a></p>`}`;
  return sendPage(c, { title: album.name, body });
}

async function readPage(c: Context<ServerEnv>, { id }: CountedAlbum, page: number): Promise<{ images: FullImage[]; hasMore: boolean }> {
  const { db, now } = c.var.server;
  const rows = await db
    .selectFrom('images')
    .selectAll()
    .where('album_id', '=', id)
    .where('is_approved', '=', 1)
    .where(({ or, eb }) => or([eb('expires_ms', 'is', null), eb('expires_ms', '>', now())]))
    .orderBy('id', 'desc')
    .limit(AT_ONCE + 1)
    .offset(Math.min(Number.MAX_SAFE_INTEGER, (page - 1) * AT_ONCE))
    .execute();
  const images = await Promise.all(rows.slice(0, AT_ONCE).map((row) => withParts(db, row)));
  return { images, hasMore: rows.length > AT_ONCE };
}

function tile(image: FullImage): Markup {
  const thumb = image.files.find(({ role }) => role === 'thumb');
  return html`<li>
    <a href="${viewerPath(image)}"><img src="${fileUrl(thumb, '')}" alt="" loading="lazy" /> ${image.row.title || 'Untitled'}</a>
  </li>`;
}
