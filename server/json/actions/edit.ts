import { hashPassword } from '../../accounts/password.js';
import { albumByCode, createAlbum, isPrivacy, ownerOf, owns } from '../../albums/albums.js';
import { ApiError } from '../../apiError.js';
import { findImage, type FullImage, replaceTags } from '../../db/images.js';
import { addressOf } from '../../http/serverEnv.js';
import { cutTitle, readTags } from '../../upload/readOptions.js';
import { type Action, type JsonCall, required, requireUser, success } from '../Action.js';
import { describeAlbum, describeEdited } from '../describe.js';
import { formTree } from '../formTree.js';

/** `action=edit` of `edit=image` or `edit=album`. */
export const edit: Action = async (call) => {
  requireUser(call);
  const what = required(call.form, 'edit');
  if (what === 'image') return editImage(call);
  if (what === 'album') return editAlbum(call);
  throw new ApiError(0, 'Nothing else can be edited');
};

async function editImage(call: JsonCall): Promise<Record<string, unknown>> {
  const { c, form, session } = call;
  const { db, now } = c.var.server;
  const code = required(form, 'editing[id]');
  const image = await findImage(db, code, now());
  if (!image) throw new ApiError(100, "Image doesn't exists");
  if (!owns(ownerOf(session), image.row)) throw new ApiError(101, 'Invalid content owner request');
  const changes = { ...textChanges(call), ...categoryChange(call), ...(await albumChange(call)) };
  if (Object.keys(changes).length > 0) await db.updateTable('images').set(changes).where('id', '=', image.row.id).execute();
  // What is left out is cleared, as hosts do.
  await replaceTags(db, image.row.id, readTags(form.value('editing[tags]') ?? ''));
  const edited = (await findImage(db, code, now())) as FullImage;
  return { success: success('Image edited'), editing: formTree(form)['editing'], image: await describeEdited(call, edited) };
}

function textChanges({ form }: JsonCall): { title?: string; description?: string | null; is_nsfw?: 0 | 1 } {
  const title = form.value('editing[title]');
  const description = form.value('editing[description]');
  const nsfw = form.value('editing[nsfw]');
  return {
    ...(title !== null && { title: cutTitle(title.trim()) ?? '' }),
    ...(description !== null && { description: description.trim().slice(0, 10_000) || null }),
    ...(nsfw !== null && { is_nsfw: nsfw === '1' ? 1 : 0 }),
  };
}

function categoryChange({ c, form }: JsonCall): { category_id?: number | null } {
  const text = form.value('editing[category_id]');
  if (text === null) return {};
  if (text === '') return { category_id: null };
  const id = Number(text);
  if (!c.var.server.settings.categories.some((category) => category.id === id)) throw new ApiError(102, 'Invalid category');
  return { category_id: id };
}

async function albumChange({ c, form, session }: JsonCall): Promise<{ album_id?: number | null }> {
  const { db, now } = c.var.server;
  if (form.value('editing[new_album]') === 'true') {
    const asked = form.value('editing[album_privacy]');
    const name = form.value('editing[album_name]')?.trim() ?? '';
    if (name === '' || [...name].length > 100) throw new ApiError(140, 'Invalid album name');
    const privacy = isPrivacy(asked) && asked !== 'password' ? asked : 'public';
    const facts = { name, description: null, privacy, passwordHash: null, parentId: null, ip: addressOf(c), nowMs: now() };
    return { album_id: (await createAlbum(db, ownerOf(session), facts)).id };
  }
  const code = form.value('editing[album_id]');
  if (code === null) return {};
  if (code === '') return { album_id: null };
  const album = await albumByCode(db, code);
  return album && owns(ownerOf(session), album) ? { album_id: album.id } : {};
}

async function editAlbum(call: JsonCall): Promise<Record<string, unknown>> {
  const { c, form, session } = call;
  const { db } = c.var.server;
  const album = await albumByCode(db, required(form, 'editing[id]'));
  if (!album) throw new ApiError(100, "Album doesn't exists");
  if (!owns(ownerOf(session), album)) throw new ApiError(101, 'Invalid content owner request');
  await db
    .updateTable('albums')
    .set(await readAlbumChanges(call, album))
    .where('id', '=', album.id)
    .execute();
  const edited = await albumByCode(db, album.code);
  const { html: _, user, ...json } = edited ? await describeAlbum(call, edited) : {};
  const owner = { ...(user as Record<string, unknown>), id: album.user_id };
  return {
    success: success('Content edited'),
    album: { id: album.id, ...json, user: owner, privacy_extra: null, cover_id: null, parent_id: album.parent_id },
  };
}

async function readAlbumChanges(
  { form }: JsonCall,
  album: { name: string; description: string | null; privacy: string; password_hash: string | null },
) {
  const name = (form.value('editing[name]') ?? album.name).trim();
  if (name === '' || [...name].length > 100) throw new ApiError(140, 'Invalid album name');
  const asked = form.value('editing[privacy]') ?? album.privacy;
  const privacy = isPrivacy(asked) ? asked : 'public';
  const password = form.value('editing[password]') ?? '';
  if (privacy === 'password' && password === '' && album.password_hash === null) throw new ApiError(100, 'Missing album password');
  const description = form.value('editing[description]');
  const kept = privacy === 'password' ? album.password_hash : null;
  return {
    name,
    privacy,
    description: description === null ? album.description : description.trim().slice(0, 10_000) || null,
    password_hash: privacy === 'password' && password !== '' ? await hashPassword(password) : kept,
  };
}
