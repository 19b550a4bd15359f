import { albumCodeNamed, createAlbum, ownerOf } from '../../albums/albums.js';
import { ApiError } from '../../apiError.js';
import { addressOf } from '../../http/serverEnv.js';
import { sourceOf } from '../../http/sourceOf.js';
import { uploaderOf } from '../../sessions/session.js';
import { randomHex } from '../../tokens.js';
import { formatUtc } from '../../units.js';
import { readOptions } from '../../upload/readOptions.js';
import { storeUpload } from '../../upload/storeUpload.js';
import { tellStored } from '../../upload/tellUpload.js';
import { type Action, type JsonCall, required, success } from '../Action.js';
import { describeImage } from '../describe.js';
import { deleteUrl } from '../../http/imageJson.js';
import { baseOf } from '../../http/serverEnv.js';

/** `action=upload`: a file, by a member or, where the settings let them, a guest. */
export const upload: Action = async (call) => {
  const { c, form, session } = call;
  const { settings } = c.var.server;
  if (!session.user && !settings.guestUploads) throw new ApiError(403, 'Request denied');
  if (required(form, 'type') === 'url' && !settings.urlUploads) throw new ApiError(403, 'URL uploading is disabled');
  if (!form.file && form.value('source') === null) throw new ApiError(0, 'No source');
  const isPrivate = form.value('privacy') === 'private' && session.user !== null;
  const options = readOptions(form);
  const uploader = uploaderOf(c, session);
  const { file, declaredMime } = await sourceOf(c, form, uploader);
  const image = await storeUpload(c.var.server, {
    // The address of something private must not be guessed by its name.
    file: isPrivate ? { ...file, name: `${randomHex(16)}${/\.\w{1,5}$/.exec(file.name)?.[0] ?? ''}` } : file,
    declaredMime,
    options: isPrivate ? { ...options, albumCode: await privateAlbum(call) } : options,
    uploader,
    idempotencyKey: null,
    answer: () => null,
  });
  tellStored(c, image);
  return { success: success('file uploaded'), image: { ...(await describeImage(call, image)), delete_url: deleteUrl(image, baseOf(c)) } };
};

/** What is uploaded as private goes into an album that only its owner sees: one a day, also where an upload into it failed. */
function privateAlbum({ c, session }: JsonCall): Promise<string> {
  const { db, now } = c.var.server;
  const nowMs = now();
  const owner = ownerOf(session);
  const name = `Private upload ${formatUtc(nowMs).slice(0, 10)}`;
  return db.transaction().execute(async (transaction) => {
    const found = await albumCodeNamed(transaction, owner, name, 'private');
    if (found !== undefined) return found;
    const facts = { name, description: null, privacy: 'private', passwordHash: null, parentId: null, ip: addressOf(c), nowMs } as const;
    return (await createAlbum(transaction, owner, facts)).code;
  });
}
