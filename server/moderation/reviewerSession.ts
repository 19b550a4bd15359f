import type { Context } from 'hono';
import type { ServerEnv } from '../http/serverEnv.js';
import { findSession, type Session } from '../sessions/session.js';

/** The session of somebody who may see and judge what waits for a review; else null. */
export async function reviewerSession(c: Context<ServerEnv>): Promise<Session | null> {
  const session = await findSession(c);
  return session?.user?.role === 'administrator' ? session : null;
}
