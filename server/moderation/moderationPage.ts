import type { Context } from 'hono';
import { type FullImage, withParts } from '../db/images.js';
import { deleteImages } from '../db/looseFiles.js';
import { html, type Markup } from '../http/html.js';
import { fileUrl, viewerPath } from '../http/imageJson.js';
import { notFoundPage, sendPage } from '../http/pages.js';
import type { ServerEnv } from '../http/serverEnv.js';
import { readPost } from '../sessions/readPost.js';
import { hasAuthToken, type Session } from '../sessions/session.js';
import { tokenField } from '../sessions/signIn.js';
import { reviewerSession } from './reviewerSession.js';

const AT_ONCE = 50;

/** `GET /moderation`: what waits for a review, the oldest first. For administrators; to others it is not there. */
export async function moderationPage(c: Context<ServerEnv>): Promise<Response> {
  const session = await reviewerSession(c);
  if (!session) return notFoundPage(c);
  const { db } = c.var.server;
  const waiting = db.selectFrom('images').where('is_approved', '=', 0);
  const { count } = await waiting.select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await waiting.selectAll().orderBy('id').limit(AT_ONCE).execute();
  const images = await Promise.all(rows.map((row) => withParts(db, row)));
  const body = html`<h1>Waiting for a review</h1>
    <p class="muted">${count === 0 ? 'Nothing waits.' : `${count} in all.`}</p>
    <ul class="grid">
      ${images.map((image) => tile(image, session))}
    </ul>`;
  return sendPage(c, { title: 'Review', body });
}

function tile(image: FullImage, session: Session): Markup {
  const thumb = image.files.find(({ role }) => role === 'thumb');
  const { title, code } = image.row;
  const name = title || 'Untitled';
  return html`<li>
    <a href="${viewerPath(image)}"><img src="${fileUrl(thumb, '')}" alt="" loading="lazy" /> ${name}</a>
    <form method="post" action="/moderation">
      ${tokenField(session)}<input type="hidden" name="id" value="${code}" />
      <button name="verdict" value="approve" aria-label="Approve ${name}">Approve</button>
      <button name="verdict" value="delete" aria-label="Delete ${name}">Delete</button>
    </form>
  </li>`;
}

/** `POST /moderation`: `id`, `verdict` (`approve` or `delete`) and the form's `auth_token`. */
export async function moderate(c: Context<ServerEnv>): Promise<Response> {
  const form = await readPost(c);
  const session = await reviewerSession(c);
  if (!session || !hasAuthToken(session, form)) return notFoundPage(c);
  const { db, storage } = c.var.server;
  const code = form.value('id') ?? '';
  const row = await db.selectFrom('images').select('id').where('code', '=', code).where('is_approved', '=', 0).executeTakeFirst();
  if (row && form.value('verdict') === 'approve') await db.updateTable('images').set({ is_approved: 1 }).where('id', '=', row.id).execute();
  if (row && form.value('verdict') === 'delete') await deleteImages(db, storage, [row.id]);
  return c.redirect('/moderation', 302);
}
