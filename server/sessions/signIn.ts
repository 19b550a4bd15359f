import type { Context } from 'hono';
import { hashPassword, isPassword } from '../accounts/password.js';
import { html, type Markup } from '../http/html.js';
import { sendPage } from '../http/pages.js';
import { addressOf, type ServerEnv } from '../http/serverEnv.js';
import { createAttempts, waitMessage } from './attempts.js';
import { readPost } from './readPost.js';
import { endSession, ensureSession, findSession, hasAuthToken, startSession, type Session } from './session.js';

const attempts = createAttempts();
/** Compared where there is no such account, so that the time it takes tells nothing. */
const nobody = hashPassword('nobody');

/** The field that every form carries. */
export const tokenField = ({ authToken }: Session): Markup => html`<input type="hidden" name="auth_token" value="${authToken}" />`;

function signInPage(c: Context<ServerEnv>, session: Session, problem: string | null, status: 200 | 403 = 200): Response {
  const body = html`<h1>Sign in</h1>
    ${problem !== null && html`<p class="error" role="alert">${problem}</p>`}
    <form method="post" action="/login">
      ${tokenField(session)}
      <label>User name<input name="login-subject" autocomplete="username" autocapitalize="none" spellcheck="false" required /></label>
      <label>Password<input name="password" type="password" autocomplete="current-password" required /></label>
      <button>Sign in</button>
    </form>
    ${c.var.server.settings.signUp && html`<p>No account yet? <a href="/signup">Sign up</a></p>`}`;
  return sendPage(c, { title: 'Sign in', body }, status);
}

/** `GET /login` */
export async function showSignIn(c: Context<ServerEnv>): Promise<Response> {
  const session = await ensureSession(c);
  return session.user ? c.redirect('/account', 302) : signInPage(c, session, null);
}

/** `POST /login`: `login-subject`, `password` and the form's `auth_token`. Goes to `/` when that was right. */
export async function signIn(c: Context<ServerEnv>): Promise<Response> {
  const { db, now } = c.var.server;
  const form = await readPost(c);
  const session = await findSession(c);
  if (!session || !hasAuthToken(session, form)) {
    return signInPage(c, session ?? (await ensureSession(c)), 'The form was too old. Please try again.', 403);
  }
  const address = addressOf(c);
  const nowMs = now();
  const waitMs = attempts.begin(address, nowMs);
  if (waitMs > 0) {
    c.var.server.metrics.throttled('login');
    return signInPage(c, session, waitMessage(waitMs), 403);
  }
  const user = await db
    .selectFrom('users')
    .selectAll()
    .where('username', '=', (form.value('login-subject') ?? '').trim().toLowerCase())
    .executeTakeFirst();
  const isRight = await isPassword(form.value('password') ?? '', user?.password_hash ?? (await nobody));
  if (!user || !isRight) return signInPage(c, session, 'User name or password is wrong.');
  attempts.forgive(address, nowMs);
  await startSession(c, user);
  return c.redirect('/', 302);
}

/** `POST /logout` */
export async function signOut(c: Context<ServerEnv>): Promise<Response> {
  const form = await readPost(c);
  const session = await findSession(c);
  if (session && hasAuthToken(session, form)) await endSession(c);
  return c.redirect('/login', 302);
}
