import * as v from 'valibot';
import type { Album } from '../../api/contract.js';

const text = v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '');
const schema = v.object({
  id: text,
  id_encoded: text,
  name: text,
  url: text,
  privacy: v.fallback(v.picklist(['public', 'private', 'private_but_link', 'password']), 'private'),
  imageCount: text,
  image_count: text,
  parentId: text,
});

/**
 * The album in an answer, reduced to what the widget needs: hosts send the owner's e-mail address and the album's password along.
 *
 * @param base what a relative address is relative to
 * @returns null for anything else; hosts answer an album without an id where there is no such album
 */
export function readAlbum(reply: unknown, base: string): Album | null {
  const parsed = v.safeParse(schema, reply);
  if (!parsed.success) return null;
  const { id, id_encoded: idEncoded, name, url, privacy, imageCount, image_count: count, parentId } = parsed.output;
  if (id === '' && idEncoded === '') return null;
  return {
    id: idEncoded || id,
    name,
    url: httpUrl(url, base),
    privacy,
    imageCount: Number(imageCount || count) || 0,
    parentId: parentId || null,
  };
}

const httpUrl = (url: string, base: string): string | null => {
  if (url === '' || !URL.canParse(url, base)) return null;
  const { protocol, href } = new URL(url, base);
  return /^https?:$/.test(protocol) ? href : null;
};
