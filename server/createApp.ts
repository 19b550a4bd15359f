import { Hono } from 'hono';
import { albumPage } from './albums/albumPage.js';
import { createApiAlbum, fillApiAlbum, listApiAlbums } from './albums/apiAlbums.js';
import type { ServerContext } from './context.js';
import { allowOrigins } from './http/allowOrigins.js';
import { apiHelpPage } from './http/apiHelpPage.js';
import { apiRoutes } from './http/apiRoutes.js';
import { errorAnswer } from './http/apiUpload.js';
import { apiUploader } from './http/apiUploader.js';
import { html } from './http/html.js';
import { limitsJson } from './http/limitsJson.js';
import { notFoundPage, sendPage } from './http/pages.js';
import { PAGE_STYLES, PAGE_STYLES_PATH } from './http/pageStyles.js';
import { serveFile } from './http/serveFile.js';
import { baseOf, refusalOf, requestIdOf, type ServerEnv } from './http/serverEnv.js';
import { deleteByAddress, viewerPage } from './http/viewerPages.js';
import { jsonRoute } from './json/jsonRoute.js';
import { moderate, moderationPage } from './moderation/moderationPage.js';
import { accountSettings, changeAccountSettings } from './sessions/accountSettings.js';
import { accountPage, homePage } from './sessions/accountPage.js';
import { findSession } from './sessions/session.js';
import { showSignIn, signIn, signOut } from './sessions/signIn.js';
import { showSignUp, signUp } from './sessions/signUp.js';

/** Every address of the upload server. */
export function createApp(server: ServerContext): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.use(async (c, next) => {
    c.set('server', server);
    await next();
  });
  app.use('/api/*', allowOrigins);
  app.use('/images/*', allowOrigins);
  app.get('/api/1/limits', async (c) => {
    const key = c.req.header('x-api-key');
    const user = key ? (await apiUploader(c, null)).user : null;
    return c.json(limitsJson(server, user !== null, baseOf(c)), 200, { 'Cache-Control': 'no-store' });
  });
  app.get('/api/1/albums', listApiAlbums);
  app.post('/api/1/albums', createApiAlbum);
  app.post('/api/1/albums/:id/images', fillApiAlbum);
  app.all('/api', apiRoutes);
  app.all('/api/*', apiRoutes);
  app.get('/api-v1', async (c) => apiHelpPage(c, !!(await findSession(c))?.user));
  addPages(app);
  app.on(['GET', 'HEAD'], '/images/*', serveFile);
  for (const kind of ['image', 'video', 'clip']) {
    app.get(`/${kind}/:code`, viewerPage);
    app.get(`/${kind}/:code/delete/:token`, deleteByAddress);
  }
  app.get(PAGE_STYLES_PATH, (c) =>
    c.body(PAGE_STYLES, 200, {
      'Content-Type': 'text/css; charset=UTF-8',
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    }),
  );
  app.all('/json', jsonRoute);
  app.notFound(notFoundPage);
  app.onError((thrown, c) => {
    const error = refusalOf(c, thrown);
    if (/^\/api(?:\/|$)/.test(c.req.path)) return errorAnswer(c, error, null);
    const body = html`<h1>Something went wrong</h1>
      <p>${error.message}</p>
      <p class="note">If you tell somebody of it, name this: ${requestIdOf(c)}</p>`;
    return sendPage(c, { title: 'Something went wrong', body }, 500);
  });
  return app;
}

/** What people see: who they are, and their albums. */
function addPages(app: Hono<ServerEnv>): void {
  app.get('/', homePage);
  app.get('/login', showSignIn);
  app.post('/login', signIn);
  app.post('/logout', signOut);
  app.get('/signup', showSignUp);
  app.post('/signup', signUp);
  app.get('/account', accountPage);
  app.get('/account/settings', accountSettings);
  app.post('/account/settings', changeAccountSettings);
  app.get('/moderation', moderationPage);
  app.post('/moderation', moderate);
  app.on(['GET', 'POST'], '/album/:code', albumPage);
}
