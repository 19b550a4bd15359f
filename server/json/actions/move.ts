import { albumByCode, ownerOf, owns, putInto } from '../../albums/albums.js';
import { ApiError } from '../../apiError.js';
import { type Action, required, success } from '../Action.js';
import { missingAlbum } from '../albumJson.js';
import { describeAlbum } from '../describe.js';
import { createAlbum, ownImages } from './createAlbum.js';

/** `action=move`: one's own images into one's own album. Into one that is not there, or somebody else's, nothing is moved, and the answer has no id. */
export const move: Action = async (call) => {
  const { c, form, session } = call;
  const { db, settings, now } = c.var.server;
  if (!session.user && !settings.guestAlbums) throw new ApiError(403, 'Invalid request');
  required(form, 'type');
  if (required(form, 'album[new]') === 'true') return createAlbum(call);
  const images = await ownImages(call);
  const found = await albumByCode(db, required(form, 'album[id]'));
  if (!found || !owns(ownerOf(session), found)) {
    return { success: success('Content added to album'), album: missingAlbum(session.user, now()) };
  }
  await putInto(db, found.id, images);
  const album = await albumByCode(db, found.code);
  return { success: success('Content added to album'), album: album ? await describeAlbum(call, album) : null };
};
