import { albumByCode, ownerOf, owns } from '../../albums/albums.js';
import { ApiError } from '../../apiError.js';
import { deleteImages } from '../../db/looseFiles.js';
import { type Action, type JsonCall, required, requireUser, success } from '../Action.js';

/** `action=delete` of `delete=image`, `images` or `album`. Images of a deleted album stay. */
export const remove: Action = async (call) => {
  requireUser(call);
  const what = required(call.form, 'delete');
  if (what === 'album') return deleteAlbum(call);
  if (what !== 'image' && what !== 'images') throw new ApiError(0, 'Nothing else can be deleted');
  const codes = call.form.value('multiple') === 'true' ? call.form.values('deleting[ids][]') : [call.form.value('deleting[id]') ?? ''];
  const affected = await deleteOwned(call, codes);
  return { success: success(what === 'image' ? 'Image deleted' : 'Images deleted', { affected }) };
};

async function deleteOwned({ c, session }: JsonCall, codes: readonly string[]): Promise<number> {
  const { db, storage } = c.var.server;
  const asked = codes.filter((code) => code !== '');
  if (asked.length === 0) throw new ApiError(100, 'Missing delete target id');
  const rows = await db.selectFrom('images').select(['id', 'user_id', 'session_hash']).where('code', 'in', asked).execute();
  if (rows.length === 0) throw new ApiError(100, "Content doesn't exists");
  if (!rows.every((row) => owns(ownerOf(session), row))) throw new ApiError(114, 'Invalid content owner request');
  return deleteImages(
    db,
    storage,
    rows.map(({ id }) => id),
  );
}

async function deleteAlbum({ c, form, session }: JsonCall): Promise<Record<string, unknown>> {
  const { db } = c.var.server;
  const code = form.value('deleting[id]') ?? '';
  if (code === '') throw new ApiError(100, 'Missing delete target id');
  const album = await albumByCode(db, code);
  if (!album) throw new ApiError(100, "Content doesn't exists");
  if (!owns(ownerOf(session), album)) throw new ApiError(114, 'Invalid content owner request');
  await db.deleteFrom('albums').where('id', '=', album.id).execute();
  return { success: success('Album deleted', { affected: 0 }) };
}
