import { albumUrl, type CountedAlbum } from '../albums/albums.js';
import type { UserRow } from '../db/schema.js';
import { escapeHtml } from '../http/html.js';
import { formatLocal, formatUtc, howLongAgo } from '../units.js';

/** What stands for an album in lists: its newest image. */
export interface Cover {
  readonly code: string;
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const READABLE: Readonly<Record<string, string>> = {
  public: 'Public',
  private: 'Private',
  private_but_link: 'Private/Link',
  password: 'Private/Password',
};

const NOTES: Readonly<Record<string, string>> = {
  private: 'Note: This content is private. Change privacy to "public" to share.',
  private_but_link: 'Note: This content is private but anyone with the link will be able to see this.',
  password: 'Note: This content is password protected. Remember to pass the content password to share.',
};

const TRUNCATED_CHARS = 28;
const truncate = (name: string): string =>
  [...name].length <= TRUNCATED_CHARS ? name : `${[...name].slice(0, TRUNCATED_CHARS - 3).join('')}...`;

function namesOf(name: string, privacy: string) {
  const readable = READABLE[privacy] ?? '';
  return {
    name_html: escapeHtml(name),
    privacy_notes: NOTES[privacy] ?? null,
    privacy_readable: readable,
    name_with_privacy_readable: `${name} (${readable})`,
    name_with_privacy_readable_html: `${escapeHtml(name)} (${readable})`,
    name_truncated: truncate(name),
    name_truncated_html: escapeHtml(truncate(name)),
  };
}

const NO_CALL = { cta_array: [], cta_array_json: '[]', cta_html: '' };

/** An album as it stands within an image. */
export function albumJson(album: CountedAlbum, base: string, cover: Cover | null): Record<string, unknown> {
  return {
    name: album.name,
    date: formatLocal(album.created_ms),
    date_gmt: formatUtc(album.created_ms),
    creation_ip: album.created_ip,
    privacy: album.privacy,
    image_count: album.image_count,
    description: album.description,
    likes: 0,
    views: 0,
    cta_enable: 0,
    cta: '[]',
    id_encoded: album.code,
    url: albumUrl(album, base),
    url_short: albumUrl(album, base),
    ...namesOf(album.name, album.privacy),
    ...(cover && { cover_id_encoded: cover.code }),
    display_url: cover?.url ?? '',
    display_width: cover?.widthPx ?? '',
    display_height: cover?.heightPx ?? '',
    date_fixed_peer: formatLocal(album.created_ms),
    ...NO_CALL,
  };
}

/** An album as an action answers it. The password is never told again, as `''` where there is one. */
export function answeredAlbum(album: CountedAlbum, base: string, cover: Cover | null, nowMs: number): Record<string, unknown> {
  return {
    ...albumJson(album, base, cover),
    password: album.password_hash === null ? null : '',
    views_label: 'views',
    how_long_ago: howLongAgo(album.created_ms, nowMs),
  };
}

const unfiledName = (user: UserRow | null): string => (user ? `Files by ${user.username}` : 'Files');

/** Where files are that are in no album, by their owner; null of a guest's. */
export function unfiledJson(user: UserRow | null): Record<string, unknown> {
  const name = unfiledName(user);
  const path = `/${user?.username ?? ''}`;
  const unset = ['date', 'creation_ip', 'image_count', 'description', 'likes', 'views', 'cta_enable', 'id_encoded'];
  return {
    name,
    ...Object.fromEntries(unset.map((key) => [key, null])),
    date_gmt: user && formatUtc(user.created_ms),
    privacy: 'public',
    cta: '[]',
    url: path,
    url_short: path,
    ...namesOf(name, 'public'),
    display_url: '',
    display_width: '',
    display_height: '',
    date_fixed_peer: user ? formatLocal(user.created_ms) : '',
    ...NO_CALL,
  };
}

/** What hosts answer a move into an album that is not there. */
export function missingAlbum(user: UserRow | null, nowMs: number): Record<string, unknown> {
  const name = unfiledName(user);
  return {
    id_encoded: null,
    name,
    user_id: user?.id ?? null,
    privacy: 'public',
    url: null,
    user: [],
    url_short: null,
    ...namesOf(name, 'public'),
    display_url: '',
    display_width: '',
    display_height: '',
    date_gmt: formatUtc(nowMs),
    date_fixed_peer: formatLocal(nowMs),
    ...NO_CALL,
    cta: '[]',
    views_label: 'views',
    how_long_ago: howLongAgo(nowMs, nowMs),
    html: '',
  };
}
