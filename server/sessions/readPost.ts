import type { Context } from 'hono';
import { ApiError } from '../apiError.js';
import { createForm, type Form, readForm } from '../http/readForm.js';
import { removeSent } from '../http/sourceOf.js';
import type { ServerEnv } from '../http/serverEnv.js';

const MAX_FIELD_BYTES = 10_000;

/** The fields of a form of ours; a file in it is dropped. A body that our pages would not send counts as an empty form. */
export async function readPost(c: Context<ServerEnv>): Promise<Form> {
  const { temporaryFolder, closing } = c.var.server;
  try {
    const form = await readForm(c.env.incoming, { temporaryFolder, maxFileBytes: 1, maxFieldBytes: MAX_FIELD_BYTES, signal: closing });
    await removeSent(form);
    return form;
  } catch (thrown) {
    if (thrown instanceof ApiError) return createForm([], null);
    throw thrown;
  }
}
