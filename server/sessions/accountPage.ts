import type { Context } from 'hono';
import { albumUrl, albumsOf } from '../albums/albums.js';
import { html } from '../http/html.js';
import { sendPage } from '../http/pages.js';
import type { ServerEnv } from '../http/serverEnv.js';
import { ensureSession } from './session.js';
import { tokenField } from './signIn.js';

/** `GET /account`: whose session this is, his albums, and the way out. */
export async function accountPage(c: Context<ServerEnv>): Promise<Response> {
  const session = await ensureSession(c);
  if (!session.user) return c.redirect('/login', 302);
  const albums = await albumsOf(c.var.server.db, session.user.id);
  const body = html`<h1>${session.user.username}</h1>
    <p><a href="/account/settings">Settings: API keys, password, where you are signed in</a></p>
    <p><a href="/api-v1">The API</a></p>
    ${session.user.role === 'administrator' && html`<p><a href="/moderation">What waits for a review</a></p>`}
    <h2>Albums</h2>
    ${albums.length === 0 && html`<p class="muted">There are none yet.</p>`}
    <ul>
      ${albums.map((album) => html`<li><a href="${albumUrl(album, '')}">${album.name}</a> (${album.image_count})</li>`)}
    </ul>
    <form method="post" action="/logout">${tokenField(session)}<button>Sign out</button></form>`;
  return sendPage(c, { title: session.user.username, body });
}

/** `GET /` of the upload server alone; in the whole process the upload page stands there. */
export async function homePage(c: Context<ServerEnv>): Promise<Response> {
  const session = await ensureSession(c);
  const { settings } = c.var.server;
  const body = html`<h1>${settings.name}</h1>
    <p>Uploads are taken by the <a href="/api-v1">API</a>.</p>
    ${
      session.user
        ? html`<form method="post" action="/logout">
            ${tokenField(session)}
            <p>Signed in as <a href="/account">${session.user.username}</a>.</p>
            <button>Sign out</button>
          </form>`
        : // Beside the link and in no form, which would put it into an address.
          html`${tokenField(session)}
            <p><a href="/login">Sign in</a></p>`
    }`;
  return sendPage(c, { title: settings.name, body });
}
