import type { Context } from 'hono';
import { ApiError } from '../apiError.js';
import { type Form, readForm } from '../http/readForm.js';
import { refusalOf, type ServerEnv } from '../http/serverEnv.js';
import { removeSent } from '../http/sourceOf.js';
import { findSession, hasAuthToken } from '../sessions/session.js';
import { tellRefused } from '../upload/tellUpload.js';
import type { Action } from './Action.js';
import { createAlbum } from './actions/createAlbum.js';
import { edit } from './actions/edit.js';
import { move } from './actions/move.js';
import { remove } from './actions/remove.js';
import { upload } from './actions/upload.js';
import { formTree } from './formTree.js';
import { jsonError } from './jsonError.js';

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['upload', upload],
  ['create-album', createAlbum],
  ['move', move],
  ['edit', edit],
  ['delete', remove],
]);

const MAX_FIELD_BYTES = 200_000;
const denied = (): ApiError => new ApiError(401, 'Request denied');

/** `POST /json`: what the site's own pages may do, with the session's cookie and its `auth_token`. */
export async function jsonRoute(c: Context<ServerEnv>): Promise<Response> {
  let action: string | null = null;
  try {
    const session = await findSession(c);
    // Before a body is read: nothing of a stranger's is stored.
    if (c.req.method !== 'POST' || !session) throw denied();
    const { settings, temporaryFolder, closing } = c.var.server;
    const form = await readForm(c.env.incoming, {
      temporaryFolder,
      maxFileBytes: settings.maxBytes,
      maxFieldBytes: MAX_FIELD_BYTES,
      signal: closing,
    });
    try {
      if (!hasAuthToken(session, form)) throw denied();
      action = form.value('action');
      const act = ACTIONS.get(action ?? '');
      if (!act) throw new ApiError(0, 'There is no such action');
      return jsonAnswer(c, form, await act({ c, form, session }));
    } finally {
      await removeSent(form);
    }
  } catch (thrown) {
    const error = refusalOf(c, thrown);
    if (action === 'upload') tellRefused(c, error);
    return jsonError(c, error);
  }
}

const jsonAnswer = (c: Context<ServerEnv>, form: Form, result: Record<string, unknown>): Response =>
  c.json({ status_code: 200, ...result, request: formTree(form), status_txt: 'OK' }, 200, {
    'Cache-Control': 'no-store, no-cache, must-revalidate',
  });
