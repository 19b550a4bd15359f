import type { Context } from 'hono';
import * as v from 'valibot';
import { hashPassword } from '../accounts/password.js';
import { ApiError } from '../apiError.js';
import { apiUploader } from '../http/apiUploader.js';
import { tooBig } from '../http/readForm.js';
import { addressOf, baseOf, type ServerEnv } from '../http/serverEnv.js';
import {
  albumByCode,
  albumUrl,
  albumsOf,
  createAlbum,
  findOwned,
  type Owner,
  owns,
  PRIVACIES,
  putInto,
  type CountedAlbum,
} from './albums.js';

const MAX_BODY_BYTES = 1_000_000;

const imageIds = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(5_000));
const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));

const draftSchema = v.object({
  name: v.pipe(text(100), v.minLength(1)),
  description: v.optional(v.nullable(text(10_000)), null),
  privacy: v.optional(v.picklist(PRIVACIES), 'public'),
  password: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  parentId: v.optional(v.nullable(v.string()), null),
  imageIds: v.optional(imageIds, []),
});

const fillSchema = v.object({ imageIds });

/** `GET /api/1/albums` (ours): the key owner's albums, `{albums: […]}`, the newest first. */
export async function listApiAlbums(c: Context<ServerEnv>): Promise<Response> {
  const { user } = await keyOwner(c);
  const albums = await albumsOf(c.var.server.db, user.id);
  return c.json({ albums: albums.map((album) => toJson(album, baseOf(c))) }, 200, { 'Cache-Control': 'no-store' });
}

/** `POST /api/1/albums` (ours) with `{name, description?, privacy?, password?, parentId?, imageIds?}`: makes an album and puts the images in, `{album}`. */
export async function createApiAlbum(c: Context<ServerEnv>): Promise<Response> {
  const owner = await keyOwner(c);
  const { server } = c.var;
  const draft = v.safeParse(draftSchema, await bodyOf(c));
  if (!draft.success) throw new ApiError(140, 'Invalid album');
  const { name, description, privacy, password, parentId } = draft.output;
  if (privacy === 'password' && password === undefined) throw new ApiError(100, 'Missing album password');
  const images = await ownImages(c, owner, draft.output.imageIds);
  const parent = parentId === null ? undefined : await albumByCode(server.db, parentId);
  const passwordHash = password === undefined || privacy !== 'password' ? null : await hashPassword(password);
  const created = await createAlbum(server.db, owner, {
    name,
    description,
    privacy,
    passwordHash,
    parentId: parent && owns(owner, parent) ? parent.id : null,
    ip: addressOf(c),
    nowMs: server.now(),
  });
  await putInto(server.db, created.id, images);
  return albumAnswer(c, created.code);
}

/** `POST /api/1/albums/:id/images` (ours) with `{imageIds}`: moves images into one's own album, `{album}`. */
export async function fillApiAlbum(c: Context<ServerEnv>): Promise<Response> {
  const owner = await keyOwner(c);
  const { db } = c.var.server;
  const album = await albumByCode(db, c.req.param('id') ?? '');
  if (!album || !owns(owner, album)) throw new ApiError(104, 'Invalid content owner request');
  const body = v.safeParse(fillSchema, await bodyOf(c));
  if (!body.success) throw new ApiError(100, 'Invalid image ids');
  await putInto(db, album.id, await ownImages(c, owner, body.output.imageIds));
  return albumAnswer(c, album.code);
}

async function keyOwner(c: Context<ServerEnv>): Promise<Owner & { user: NonNullable<Owner['user']> }> {
  const { user } = await apiUploader(c, null);
  if (!user) throw new ApiError(403, 'Request denied');
  return { user, hash: null };
}

async function ownImages(c: Context<ServerEnv>, owner: Owner, codes: readonly string[]): Promise<number[]> {
  const { ids, areOwn } = await findOwned(c.var.server.db, owner, codes);
  if (!areOwn) throw new ApiError(104, 'Invalid content owner request');
  return ids;
}

/** What is no JSON is null. @throws {ApiError} 400 as soon as it is too large; the rest is read and dropped, so that the answer is seen */
async function bodyOf(c: Context<ServerEnv>): Promise<unknown> {
  const { incoming } = c.env;
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BODY_BYTES) break;
  }
  if (sizeBytes > MAX_BODY_BYTES) {
    incoming.resume();
    throw tooBig(MAX_BODY_BYTES);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return null;
  }
}

async function albumAnswer(c: Context<ServerEnv>, code: string): Promise<Response> {
  const album = await albumByCode(c.var.server.db, code);
  return c.json({ album: album && toJson(album, baseOf(c)) }, 200, { 'Cache-Control': 'no-store' });
}

const toJson = (album: CountedAlbum, base: string) => ({
  id: album.code,
  name: album.name,
  url: albumUrl(album, base),
  privacy: album.privacy,
  imageCount: album.image_count,
});
