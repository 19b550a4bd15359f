import type { Context } from 'hono';
import { html, type Markup } from './html.js';
import { PAGE_STYLES_PATH } from './pageStyles.js';
import type { ServerEnv } from './serverEnv.js';

/** Nothing runs in these pages, and what they show comes from this server. */
const PAGE_CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface Page {
  readonly title: string;
  readonly body: Markup;
  readonly head?: Markup;
}

/** A page of the server's own, without script and without inline style. */
export function sendPage(c: Context<ServerEnv>, { title, body, head }: Page, status: 200 | 400 | 403 | 404 | 500 = 200): Response {
  const { name } = c.var.server.settings;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>${title} – ${name}</title>
        <link rel="stylesheet" href="${PAGE_STYLES_PATH}" />
        ${head ?? null}
      </head>
      <body>
        <header><a href="/">${name}</a></header>
        <main>${body}</main>
      </body>
    </html> `;
  return c.body(page.text, status, {
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Security-Policy': PAGE_CSP,
    'Cache-Control': 'no-store, no-cache, must-revalidate',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
}

export const notFoundPage = (c: Context<ServerEnv>): Response =>
  sendPage(
    c,
    {
      title: 'Not found',
      body: html`<h1>Not found</h1>
        <p>There is nothing here, or it has been deleted.</p>`,
    },
    404,
  );
