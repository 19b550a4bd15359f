import { hashPassword } from '../../accounts/password.js';
import {
  albumByCode,
  createAlbum as insertAlbum,
  findOwned,
  isPrivacy,
  type NewAlbum,
  ownerOf,
  owns,
  putInto,
} from '../../albums/albums.js';
import { ApiError } from '../../apiError.js';
import { addressOf } from '../../http/serverEnv.js';
import { type Action, type JsonCall, required, success } from '../Action.js';
import { describeAlbum } from '../describe.js';

const MAX_NAME_CHARS = 100;
const MAX_DESCRIPTION_CHARS = 10_000;

/** `action=create-album`: makes an album and moves the listed images into it. */
export const createAlbum: Action = async (call) => {
  const { c, form, session } = call;
  const { settings, db } = c.var.server;
  if (!session.user && !settings.guestAlbums) throw new ApiError(403, 'Invalid request');
  required(form, 'type');
  if (required(form, 'album[new]') !== 'true') throw new ApiError(0, 'album[new] is not true');
  const owner = form.value('owner');
  if (owner !== null && owner !== session.user?.code) throw new ApiError(112, 'Invalid content owner request3');
  const images = await ownImages(call);
  const created = await insertAlbum(db, ownerOf(session), await readAlbum(call));
  await putInto(db, created.id, images);
  const album = await albumByCode(db, created.code);
  return { success: success('Content added to album'), album: album ? await describeAlbum(call, album) : null };
};

async function readAlbum({ c, form, session }: JsonCall): Promise<NewAlbum> {
  const name = required(form, 'album[name]').trim();
  const description = required(form, 'album[description]').trim();
  const asked = required(form, 'album[privacy]');
  if (name === '') throw new ApiError(140, 'Invalid album name');
  if ([...name].length > MAX_NAME_CHARS || description.length > MAX_DESCRIPTION_CHARS) throw new ApiError('22001', 'Too long');
  const privacy = isPrivacy(asked) ? asked : 'public';
  const password = form.value('album[password]') ?? '';
  if (privacy === 'password' && password === '') throw new ApiError(100, 'Missing album password');
  const parent = form.value('album[parent_id]') ? await albumByCode(c.var.server.db, form.value('album[parent_id]') ?? '') : undefined;
  return {
    name,
    description: description || null,
    privacy,
    passwordHash: privacy === 'password' ? await hashPassword(password) : null,
    parentId: parent && owns(ownerOf(session), parent) ? parent.id : null,
    ip: addressOf(c),
    nowMs: c.var.server.now(),
  };
}

/** @throws {ApiError} 104 when one of the listed images is somebody else's */
export async function ownImages({ c, form, session }: JsonCall): Promise<readonly number[]> {
  const { ids, areOwn } = await findOwned(c.var.server.db, ownerOf(session), form.values('album[ids][]'));
  if (!areOwn) throw new ApiError(104, 'Invalid content owner request');
  return ids;
}
