import * as v from 'valibot';
import type { AlbumDraft } from '../../api/contract.js';
import { GatewayError } from '../GatewayError.js';
import { parseJson, readCapped } from '../readCapped.js';

const MAX_BODY_BYTES = 200_000;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const draftSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'Invalid album name'), v.maxLength(100, 'Invalid album name')),
  description: v.optional(v.pipe(v.string(), v.maxLength(10_000)), ''),
  privacy: v.picklist(['public', 'private', 'private_but_link', 'password']),
  password: v.optional(v.pipe(v.string(), v.maxLength(200))),
  parentId: v.optional(id),
});
const imageIdsSchema = v.object({ imageIds: v.optional(v.pipe(v.array(id), v.maxLength(2_000)), []) });

/**
 * A small JSON body.
 *
 * @throws GatewayError 415 for anything else: a form of another site can send no JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new GatewayError(415, 'Albums take JSON');
  const text = await readCapped(request.body, MAX_BODY_BYTES);
  if (text === null) throw new GatewayError(413, 'The request is too long');
  return parseJson(text);
}

/** @throws GatewayError 400 when it describes no album */
export function readDraft(body: unknown): AlbumDraft {
  const { password, parentId, ...draft } = read(draftSchema, body);
  if (draft.privacy === 'password' && !password) throw new GatewayError(400, 'Missing album password');
  return {
    ...draft,
    ...(password !== undefined && draft.privacy === 'password' && { password }),
    ...(parentId !== undefined && { parentId }),
  };
}

/** @throws GatewayError 400 when they are no ids */
export const readImageIds = (body: unknown): readonly string[] => read(imageIdsSchema, body).imageIds;

function read<const S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [{ message }] = parsed.issues;
  throw new GatewayError(400, message === 'Invalid album name' ? message : 'Invalid request');
}
