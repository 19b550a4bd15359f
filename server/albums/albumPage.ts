import type { Context } from 'hono';
import { isPassword } from '../accounts/password.js';
import { type FullImage, isOver, withParts } from '../db/images.js';
import { html, type Markup } from '../http/html.js';
import { fileUrl, viewerPath } from '../http/imageJson.js';
import { notFoundPage, sendPage } from '../http/pages.js';
import type { ServerEnv } from '../http/serverEnv.js';
import { readPost } from '../sessions/readPost.js';
import { findSession } from '../sessions/session.js';
import { albumByCode, type CountedAlbum, ownerOf, owns } from './albums.js';

const MOST_SHOWN = 500;

/** `GET /album/:code`, and `POST` with the password of one that has it. A private one is its owner's; to others it is not there. */
export async function albumPage(c: Context<ServerEnv>): Promise<Response> {
  const album = await albumByCode(c.var.server.db, c.req.param('code') ?? '');
  if (!album) return notFoundPage(c);
  const session = await findSession(c);
  const isOwn = session !== null && owns(ownerOf(session), album);
  if (isOwn || album.privacy === 'public' || album.privacy === 'private_but_link') return showAlbum(c, album);
  if (album.privacy !== 'password' || album.password_hash === null) return notFoundPage(c);
  if (c.req.method !== 'POST') return askForPassword(c, album, null);
  const password = (await readPost(c)).value('password') ?? '';
  return (await isPassword(password, album.password_hash)) ? showAlbum(c, album) : askForPassword(c, album, 'The password is wrong.');
}

function askForPassword(c: Context<ServerEnv>, { code }: CountedAlbum, problem: string | null): Response {
  const body = html`<h1>This album has a password</h1>
    ${problem !== null && html`<p class="error" role="alert">${problem}</p>`}
    <form method="post" action="/album/${code}">
      <label>Password<input name="password" type="password" required /></label>
      <button>Show</button>
    </form>`;
  return sendPage(c, { title: 'Album', body }, problem === null ? 200 : 403);
}

async function showAlbum(c: Context<ServerEnv>, album: CountedAlbum): Promise<Response> {
  const { db, now } = c.var.server;
  const rows = await db.selectFrom('images').selectAll().where('album_id', '=', album.id).orderBy('id', 'desc').limit(MOST_SHOWN).execute();
  const shown = rows.filter((row) => row.is_approved === 1 && !isOver(row, now()));
  const images = await Promise.all(shown.map((row) => withParts(db, row)));
  const body = html`<h1>${album.name}</h1>
    ${album.description === null ? null : html`<p>${album.description}</p>`}
    ${images.length === 0 && html`<p class="muted">There is nothing in it yet.</p>`}
    <ul class="grid">
      ${images.map(tile)}
    </ul>`;
  return sendPage(c, { title: album.name, body });
}

function tile(image: FullImage): Markup {
  const thumb = image.files.find(({ role }) => role === 'thumb');
  return html`<li>
    <a href="${viewerPath(image)}"><img src="${fileUrl(thumb, '')}" alt="" loading="lazy" /> ${image.row.title || 'Untitled'}</a>
  </li>`;
}
