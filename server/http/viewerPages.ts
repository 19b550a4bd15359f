import type { Context } from 'hono';
import { refusedByAlbum } from '../albums/access.js';
import { findImage, type FullImage } from '../db/images.js';
import { deleteImages } from '../db/looseFiles.js';
import { isSameSecret } from '../tokens.js';
import { formatBytes, formatDuration, formatUtc } from '../units.js';
import { html, type Markup } from './html.js';
import { reviewerSession } from '../moderation/reviewerSession.js';
import { fileUrl, viewerPath } from './imageJson.js';
import { notFoundPage, sendPage } from './pages.js';
import { baseOf, type ServerEnv } from './serverEnv.js';

/** The page of one image or video. */
export async function viewerPage(c: Context<ServerEnv>): Promise<Response> {
  const { db, now } = c.var.server;
  const image = await findImage(db, c.req.param('code') ?? '', now());
  if (!image) return notFoundPage(c);
  if (image.row.is_approved === 0 && !(await reviewerSession(c))) return waitingPage(c);
  const refused = await refusedByAlbum(c, image.row);
  if (refused) return refused;
  await db
    .updateTable('images')
    .set((views) => ({ views: views('views', '+', 1) }))
    .where('id', '=', image.row.id)
    .execute();
  return imagePage(c, image);
}

/** Nothing of it is told: its title has not been reviewed either. */
const waitingPage = (c: Context<ServerEnv>): Response =>
  sendPage(c, {
    title: 'Waiting for a review',
    body: html`<h1>Waiting for a review</h1>
      <p class="note">This upload waits for a review. It can be seen when it is approved.</p>`,
  });

function imagePage(c: Context<ServerEnv>, image: FullImage): Response {
  const { row } = image;
  const body = html`<h1>${row.title || 'Untitled'}</h1>
    ${row.description === null ? null : html`<p>${row.description}</p>`} ${media(image)} ${facts(image)}
    ${
      image.tags.length > 0 &&
      html`<ul class="tags">
        ${image.tags.map((tag) => html`<li>${tag}</li>`)}
      </ul>`
    }`;
  return sendPage(c, {
    title: row.title || 'Untitled',
    body,
    head: html`<meta property="og:url" content="${baseOf(c)}${viewerPath(image)}" />`,
  });
}

function media(image: FullImage): Markup {
  const { row } = image;
  const of = (role: string): string =>
    fileUrl(
      image.files.find((file) => file.role === role),
      '',
    );
  const shown =
    row.kind === 'video'
      ? html`<video controls preload="metadata" src="${of('image')}" poster="${of('frame')}"></video>`
      : html`<a href="${of('image')}"><img src="${of('image')}" alt="${row.title}" width="${row.width}" height="${row.height}" /></a>`;
  return html`<figure>${shown}</figure>
    <p><a href="${of('image')}" download>Download the original</a></p>`;
}

function facts({ row, files }: FullImage): Markup {
  const size = files.find(({ role }) => role === 'image')?.size ?? 0;
  return html`<dl>
    <dt>File</dt>
    <dd>${row.original_name}</dd>
    <dt>Size</dt>
    <dd>${row.width} × ${row.height}, ${formatBytes(size)}</dd>
    ${
      row.kind === 'video' &&
      html`<dt>Duration</dt>
        <dd>${formatDuration(row.duration_seconds)}</dd>`
    }
    <dt>Uploaded</dt>
    <dd>${formatUtc(row.created_ms)} UTC</dd>
    ${
      row.expires_ms !== null &&
      html`<dt>Deleted on</dt>
        <dd>${formatUtc(row.expires_ms)} UTC</dd>`
    }
  </dl>`;
}

/** Deletes by plain GET, as hosts do: the address itself is the permission. Not by HEAD, which those send who only want to know whether a link is good. */
export async function deleteByAddress(c: Context<ServerEnv>): Promise<Response> {
  if (c.req.method === 'HEAD') return c.body(null, 405, { Allow: 'GET' });
  const { db, storage, now } = c.var.server;
  const image = await findImage(db, c.req.param('code') ?? '', now());
  if (!image || !isSameSecret(image.row.delete_token, c.req.param('token') ?? '')) return notFoundPage(c);
  await deleteImages(db, storage, [image.row.id]);
  return c.redirect(`${baseOf(c)}${viewerPath(image)}?deleted`, 301);
}
