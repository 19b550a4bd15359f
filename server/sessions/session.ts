import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Db } from '../db/openDatabase.js';
import type { UserRow } from '../db/schema.js';
import type { Form } from '../http/readForm.js';
import { addressOf, baseOf, type ServerEnv } from '../http/serverEnv.js';
import { networkOf } from '../http/visitors.js';
import { isSameSecret, randomHex, secretHash } from '../tokens.js';
import type { Uploader } from '../upload/Uploader.js';

const COOKIE = 'dropline_session';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_AGENT_CHARS = 300;
/** Of guests, who get one for looking at a form; and of those who signed in. */
const LIFE_MS = { guest: DAY_MS, member: 30 * DAY_MS };

/** One browser, signed in or not. */
export interface Session {
  readonly hash: string;
  /** What every form of this browser has to send: another site's page cannot know it. */
  readonly authToken: string;
  readonly user: UserRow | null;
}

/** The session of the request's cookie; null without one, and when it is over. */
export async function findSession(c: Context<ServerEnv>): Promise<Session | null> {
  const { db, now } = c.var.server;
  const token = getCookie(c, COOKIE);
  if (token === undefined) return null;
  const hash = secretHash(token);
  const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', hash).where('expires_ms', '>', now()).executeTakeFirst();
  if (!row) return null;
  if (now() - row.seen_ms > HOUR_MS) await db.updateTable('sessions').set({ seen_ms: now() }).where('token_hash', '=', hash).execute();
  const user = row.user_id === null ? undefined : await db.selectFrom('users').selectAll().where('id', '=', row.user_id).executeTakeFirst();
  return { hash, authToken: row.auth_token, user: user ?? null };
}

/** A new session, so that nobody can plant one before a sign-in. */
export async function startSession(c: Context<ServerEnv>, user: UserRow | null): Promise<Session> {
  const { db, now } = c.var.server;
  await endSession(c);
  const token = randomHex(32);
  const lifeMs = user ? LIFE_MS.member : LIFE_MS.guest;
  const session = { hash: secretHash(token), authToken: randomHex(20), user };
  const nowMs = now();
  const facts = { created_ms: nowMs, seen_ms: nowMs, agent: (c.req.header('user-agent') ?? '').slice(0, MAX_AGENT_CHARS) };
  await db
    .insertInto('sessions')
    .values({ token_hash: session.hash, auth_token: session.authToken, user_id: user?.id ?? null, expires_ms: nowMs + lifeMs, ...facts })
    .execute();
  const isSecure = baseOf(c).startsWith('https:');
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure, maxAge: lifeMs / 1_000 });
  return session;
}

export const ensureSession = async (c: Context<ServerEnv>): Promise<Session> => (await findSession(c)) ?? startSession(c, null);

export async function endSession(c: Context<ServerEnv>): Promise<void> {
  const token = getCookie(c, COOKIE);
  if (token === undefined) return;
  await c.var.server.db.deleteFrom('sessions').where('token_hash', '=', secretHash(token)).execute();
  deleteCookie(c, COOKIE, { path: '/' });
}

/** Where an account is signed in, the last one first. */
export const sessionsOf = (db: Db, userId: number, nowMs: number) =>
  db
    .selectFrom('sessions')
    .select(['token_hash', 'created_ms', 'seen_ms', 'agent'])
    .where('user_id', '=', userId)
    .where('expires_ms', '>', nowMs)
    .orderBy('seen_ms', 'desc')
    .execute();

/** Ends one session of an account, or all but one. */
export async function endSessionOf(db: Db, userId: number, hash: string | { readonly allBut: string }): Promise<void> {
  const mine = db.deleteFrom('sessions').where('user_id', '=', userId);
  await (typeof hash === 'string' ? mine.where('token_hash', '=', hash) : mine.where('token_hash', '!=', hash.allBut)).execute();
}

export const hasAuthToken = (session: Session, form: Form): boolean => isSameSecret(session.authToken, form.value('auth_token') ?? '');

/** Who uploads in this session. */
export const uploaderOf = (c: Context<ServerEnv>, { hash, user }: Session): Uploader => ({
  user,
  sessionHash: hash,
  ip: networkOf(addressOf(c)),
  owner: user ? `user ${user.id}` : `session ${hash}`,
});
