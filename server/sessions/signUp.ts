import type { Context } from 'hono';
import { hashPassword, MIN_PASSWORD_CHARS, passwordProblem } from '../accounts/password.js';
import { html } from '../http/html.js';
import { notFoundPage, sendPage } from '../http/pages.js';
import { addressOf, type ServerEnv } from '../http/serverEnv.js';
import { randomCode } from '../tokens.js';
import { createAttempts, waitMessage } from './attempts.js';
import { readPost } from './readPost.js';
import { ensureSession, findSession, hasAuthToken, startSession, type Session } from './session.js';
import { tokenField } from './signIn.js';

const USERNAME = /^[a-z0-9_-]{3,30}$/;

/** Whether a name is taken can be asked by them, and each account costs room, so all count. */
const attempts = createAttempts();

function signUpPage(c: Context<ServerEnv>, session: Session, problem: string | null, status: 200 | 400 | 403 = 200): Response {
  const body = html`<h1>Sign up</h1>
    ${problem !== null && html`<p class="error" role="alert">${problem}</p>`}
    <form method="post" action="/signup">
      ${tokenField(session)}
      <label
        >User name<input
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          pattern="[a-z0-9_\\-]{3,30}"
      /></label>
      <label
        >Password<input name="password" type="password" autocomplete="new-password" required minlength="${MIN_PASSWORD_CHARS}"
      /></label>
      <button>Sign up</button>
    </form>`;
  return sendPage(c, { title: 'Sign up', body }, status);
}

/** `GET /signup`, where the settings let people sign up. */
export async function showSignUp(c: Context<ServerEnv>): Promise<Response> {
  return c.var.server.settings.signUp ? signUpPage(c, await ensureSession(c), null) : notFoundPage(c);
}

/** `POST /signup`: makes a member and signs him in. */
export async function signUp(c: Context<ServerEnv>): Promise<Response> {
  const { db, now, settings } = c.var.server;
  if (!settings.signUp) return notFoundPage(c);
  const form = await readPost(c);
  const session = await findSession(c);
  if (!session || !hasAuthToken(session, form)) {
    return signUpPage(c, session ?? (await ensureSession(c)), 'The form was too old. Please try again.', 403);
  }
  const username = (form.value('username') ?? '').trim().toLowerCase();
  const password = form.value('password') ?? '';
  if (!USERNAME.test(username)) return signUpPage(c, session, 'A user name has 3 to 30 letters a to z, digits, _ or -.', 400);
  const problem = passwordProblem(password);
  if (problem !== null) return signUpPage(c, session, problem, 400);
  const waitMs = attempts.begin(addressOf(c), now());
  if (waitMs > 0) {
    c.var.server.metrics.throttled('signup');
    return signUpPage(c, session, waitMessage(waitMs), 403);
  }
  const account = { code: randomCode(), username, role: 'member', created_ms: now() } as const;
  const user = await db
    .insertInto('users')
    .values({ ...account, password_hash: await hashPassword(password) })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!user) return signUpPage(c, session, 'This user name is taken.', 400);
  await startSession(c, user);
  return c.redirect('/account', 302);
}
