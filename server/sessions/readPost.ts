import type { Context } from 'hono';
import { readForm, type Form } from '../http/readForm.js';
import { removeSent } from '../http/sourceOf.js';
import type { ServerEnv } from '../http/serverEnv.js';

const MAX_FIELD_BYTES = 10_000;

/** The fields of a form of ours; a file in it is dropped. */
export async function readPost(c: Context<ServerEnv>): Promise<Form> {
  const { temporaryFolder, closing } = c.var.server;
  const form = await readForm(c.env.incoming, { temporaryFolder, maxFileBytes: 1, maxFieldBytes: MAX_FIELD_BYTES, signal: closing });
  await removeSent(form);
  return form;
}
