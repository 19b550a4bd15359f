import * as v from 'valibot';
import type { Album, AlbumPrivacy } from './contract.js';
import { httpUrl } from './httpUrl.js';
import { albumSchema, isRecord } from './replySchemas.js';

const PRIVACIES: readonly AlbumPrivacy[] = ['public', 'private', 'private_but_link', 'password'];

/**
 * The album of an answer: `album` of `/json`, or the thing itself from a gateway.
 *
 * @param base what a relative address is relative to
 * @returns null also where the host names no id, which is how it says that there is no such album
 */
export const readAlbum =
  (base?: string) =>
  (reply: unknown): Album | null =>
    isRecord(reply) ? toAlbum(isRecord(reply['album']) ? reply['album'] : reply, base) : null;

/** The albums of an answer, as a list or under `albums`; what is no album is left out. */
export const readAlbums =
  (base?: string) =>
  (reply: unknown): readonly Album[] | null => {
    const list = isRecord(reply) ? reply['albums'] : reply;
    return Array.isArray(list) ? list.map((each: unknown) => toAlbum(each, base)).filter((album) => album !== null) : null;
  };

function toAlbum(reply: unknown, base: string | undefined): Album | null {
  const parsed = v.safeParse(albumSchema, reply);
  if (!parsed.success) return null;
  const { id_encoded: idEncoded, id, name, privacy, url, parentId, ...counts } = parsed.output;
  if (idEncoded === '' && id === '') return null;
  return {
    id: idEncoded || id,
    name,
    url: httpUrl(url, base),
    privacy: PRIVACIES.find((each) => each === privacy) ?? 'private',
    imageCount: counts.image_count || counts.imageCount,
    parentId: parentId || null,
  };
}
