import type { Context } from 'hono';
import { ApiError } from '../apiError.js';
import type { Form } from '../http/readForm.js';
import type { ServerEnv } from '../http/serverEnv.js';
import type { Session } from '../sessions/session.js';

/** One request to `/json` whose token was right. */
export interface JsonCall {
  readonly c: Context<ServerEnv>;
  readonly form: Form;
  readonly session: Session;
}

/** What goes into the answer, beside what every answer has. @throws {ApiError} what is refused */
export type Action = (call: JsonCall) => Promise<Record<string, unknown>>;

export const success = (message: string, more: Record<string, unknown> = {}) => ({ message, code: 200, ...more });

/** A field that hosts stumble over when it is not there. */
export function required(form: Form, name: string): string {
  const value = form.value(name);
  if (value === null) throw new ApiError(0, `${name} is missing`);
  return value;
}

export function requireUser({ session }: JsonCall): NonNullable<Session['user']> {
  if (!session.user) throw new ApiError(403, 'Login needed');
  return session.user;
}
