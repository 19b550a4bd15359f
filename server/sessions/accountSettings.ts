import type { Context } from 'hono';
import { apiKeysOf, createApiKey, MAX_KEY_NAME_CHARS, MAX_KEYS, revokeApiKey } from '../accounts/apiKeys.js';
import { hashPassword, isPassword, MIN_PASSWORD_CHARS, passwordProblem } from '../accounts/password.js';
import type { ApiKeyRow, UserRow } from '../db/schema.js';
import { html, type Markup } from '../http/html.js';
import { sendPage } from '../http/pages.js';
import { addressOf, type ServerEnv } from '../http/serverEnv.js';
import type { Form } from '../http/readForm.js';
import { howLongAgo } from '../units.js';
import { browserName } from './browserName.js';
import { createAttempts, waitMessage } from './attempts.js';
import { readPost } from './readPost.js';
import { endSessionOf, findSession, hasAuthToken, sessionsOf, type Session } from './session.js';
import { tokenField } from './signIn.js';

/** A session that was signed in. */
type MemberSession = Session & { readonly user: UserRow };

/** What a change has to say. */
type Outcome = { readonly problem: string } | { readonly key: string } | { readonly done: string };

const attempts = createAttempts();
const isMember = (session: Session | null): session is MemberSession => Boolean(session?.user);

/** `GET /account/settings`: the account's API keys, its password, and where it is signed in. */
export async function accountSettings(c: Context<ServerEnv>): Promise<Response> {
  const session = await findSession(c);
  return isMember(session) ? settingsPage(c, session, null) : c.redirect('/login', 302);
}

/** `POST /account/settings`: `change` says what, with the form's `auth_token`. A new key is shown in the answer, and never again. */
export async function changeAccountSettings(c: Context<ServerEnv>): Promise<Response> {
  const form = await readPost(c);
  const session = await findSession(c);
  if (!isMember(session)) return c.redirect('/login', 302);
  if (!hasAuthToken(session, form)) return settingsPage(c, session, { problem: 'The form was too old. Please try again.' });
  const change = CHANGES.get(form.value('change') ?? '');
  const outcome = change ? await change(c, session, form) : null;
  return outcome === null ? c.redirect('/account/settings', 302) : settingsPage(c, session, outcome);
}

type Change = (c: Context<ServerEnv>, session: MemberSession, form: Form) => Promise<Outcome | null>;

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['create-key', createKey],
  ['revoke-key', revokeKey],
  ['password', changePassword],
  ['end-session', endOne],
  ['end-others', endOthers],
]);

async function createKey(c: Context<ServerEnv>, { user }: MemberSession, form: Form): Promise<Outcome> {
  const { db, now } = c.var.server;
  const name = (form.value('name') ?? '').trim();
  if (name === '' || name.length > MAX_KEY_NAME_CHARS) return { problem: `A key's name has 1 to ${MAX_KEY_NAME_CHARS} characters.` };
  const key = await createApiKey(db, user.id, name, now());
  return key === null ? { problem: `There are ${MAX_KEYS} keys already. Revoke one that is not used.` } : { key };
}

async function revokeKey(c: Context<ServerEnv>, { user }: MemberSession, form: Form): Promise<null> {
  await revokeApiKey(c.var.server.db, user.id, Number(form.value('id')) || 0);
  return null;
}

/** Whoever knew the old one is signed out. */
async function changePassword(c: Context<ServerEnv>, { user, hash }: MemberSession, form: Form): Promise<Outcome> {
  const { db, now } = c.var.server;
  const [address, nowMs] = [addressOf(c), now()];
  const waitMs = attempts.begin(address, nowMs);
  if (waitMs > 0) {
    c.var.server.metrics.throttled('password');
    return { problem: waitMessage(waitMs) };
  }
  if (!(await isPassword(form.value('current') ?? '', user.password_hash))) return { problem: 'The current password is wrong.' };
  attempts.forgive(address, nowMs);
  const password = form.value('new') ?? '';
  const problem = passwordProblem(password);
  if (problem !== null) return { problem };
  await db
    .updateTable('users')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', user.id)
    .execute();
  await endSessionOf(db, user.id, { allBut: hash });
  return { done: 'The password is changed, and every other browser is signed out.' };
}

async function endOne(c: Context<ServerEnv>, { user }: MemberSession, form: Form): Promise<null> {
  await endSessionOf(c.var.server.db, user.id, form.value('id') ?? '');
  return null;
}

async function endOthers(c: Context<ServerEnv>, { user, hash }: MemberSession): Promise<null> {
  await endSessionOf(c.var.server.db, user.id, { allBut: hash });
  return null;
}

async function settingsPage(c: Context<ServerEnv>, session: MemberSession, outcome: Outcome | null): Promise<Response> {
  const { db, now } = c.var.server;
  const nowMs = now();
  const [keys, sessions] = await Promise.all([apiKeysOf(db, session.user.id), sessionsOf(db, session.user.id, nowMs)]);
  const rows = sessions.map(({ token_hash: id, ...facts }) => ({ id, isThis: id === session.hash, ...facts }));
  const body = html`<p><a href="/account">Back to your account</a></p>
    <h1>Settings</h1>
    ${outcome && outcomePart(outcome)} ${keysPart(keys, session, nowMs)}
    <h2>Password</h2>
    <form method="post">
      ${tokenField(session)}<input type="text" name="username" value="${session.user.username}" autocomplete="username" hidden />
      <label>Current password<input name="current" type="password" autocomplete="current-password" required /></label>
      <label>New password<input name="new" type="password" autocomplete="new-password" required minlength="${MIN_PASSWORD_CHARS}" /></label>
      <button name="change" value="password">Change the password</button>
    </form>
    ${sessionsPart(rows, session, nowMs)}`;
  return sendPage(c, { title: 'Settings', body }, outcome && 'problem' in outcome ? 400 : 200);
}

function outcomePart(outcome: Outcome): Markup {
  if ('problem' in outcome) return html`<p class="error" role="alert">${outcome.problem}</p>`;
  if ('done' in outcome) return html`<p class="note" role="status">${outcome.done}</p>`;
  return html`<div class="note" role="status">
    <p>This is the new key. Copy it now: it is not shown again. Whoever has it can upload in your name.</p>
    <pre>${outcome.key}</pre>
  </div>`;
}

const keysPart = (keys: readonly ApiKeyRow[], session: Session, nowMs: number): Markup =>
  html`<h2>API keys</h2>
    ${keys.length === 0 && html`<p class="muted">There are none yet.</p>`}
    ${
      keys.length > 0 &&
      html`<table class="rows">
        <thead>
          <tr>
            <th>Name</th>
            <th>Ends in</th>
            <th>Made</th>
            <th>Last used</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${keys.map((key) => keyRow(key, session, nowMs))}
        </tbody>
      </table>`
    }
    <form method="post">
      ${tokenField(session)}
      <label>Name of a new key<input name="name" required maxlength="${MAX_KEY_NAME_CHARS}" autocomplete="off" /></label>
      <button name="change" value="create-key">Make a key</button>
    </form>`;

const keyRow = (key: ApiKeyRow, session: Session, nowMs: number): Markup =>
  html`<tr>
    <td data-label="Name">${key.name}</td>
    <td data-label="Ends in"><code>${key.ending}</code></td>
    <td data-label="Made">${howLongAgo(key.created_ms, nowMs)}</td>
    <td data-label="Last used">${key.used_ms === null ? 'never' : howLongAgo(key.used_ms, nowMs)}</td>
    <td>${key.is_servers_own === 1 ? 'Of the upload page' : changeButton(session, 'revoke-key', String(key.id), 'Revoke', key.name)}</td>
  </tr>`;

interface SessionFacts {
  readonly id: string;
  readonly isThis: boolean;
  readonly created_ms: number;
  readonly seen_ms: number;
  readonly agent: string;
}

const sessionsPart = (rows: readonly SessionFacts[], session: Session, nowMs: number): Markup =>
  html`<h2>Signed in</h2>
    <table class="rows">
      <thead>
        <tr>
          <th>Browser</th>
          <th>Since</th>
          <th>Last seen</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td data-label="Browser">${browserName(row.agent)}</td>
              <td data-label="Since">${howLongAgo(row.created_ms, nowMs)}</td>
              <td data-label="Last seen">${row.isThis ? 'now' : howLongAgo(row.seen_ms, nowMs)}</td>
              <td>${row.isThis ? 'This one' : changeButton(session, 'end-session', row.id, 'Sign out', browserName(row.agent))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${rows.length > 1 && changeButton(session, 'end-others', '', 'Sign out everywhere else', '')}`;

const changeButton = (session: Session, change: string, id: string, words: string, of: string): Markup =>
  html`<form method="post">
    ${tokenField(session)}<input type="hidden" name="id" value="${id}" />
    <button class="quiet" name="change" value="${change}" aria-label="${of === '' ? words : `${words}: ${of}`}">${words}</button>
  </form>`;
