import type { UserRow } from '../db/schema.js';
import { formatLocal, formatUtc } from '../units.js';

export interface UserCounts {
  readonly images: number;
  readonly albums: number;
}

/** What hosts tell of an account where they name an owner, in their keys. Never an address or a password; what this server does not have is as they have it when unset. */
export function userJson(user: UserRow, { images, albums }: UserCounts, base: string): Record<string, unknown> {
  const { username, code, created_ms: createdMs } = user;
  const path = `/${username}`;
  return {
    name: username,
    username,
    date: formatLocal(createdMs),
    date_gmt: formatUtc(createdMs),
    website: null,
    bio: null,
    timezone: 'UTC',
    language: 'en',
    status: 'valid',
    is_admin: user.role === 'administrator' ? 1 : 0,
    is_manager: 0,
    is_private: 0,
    palette_id: 0,
    newsletter_subscribe: 0,
    show_nsfw_listings: 0,
    image_count: images,
    album_count: albums,
    image_keep_exif: 1,
    file_meta_tag_camera_model: 1,
    image_expiration: null,
    registration_ip: '',
    likes: 0,
    liked: 0,
    following: 0,
    followers: 0,
    content_views: 0,
    notifications_unread: 0,
    home: 'files',
    id_encoded: code,
    image_count_display: String(images),
    album_count_display: String(albums),
    url: path,
    public_url: `${base}${path}`,
    url_images: path,
    url_albums: `${path}/albums`,
    url_liked: `${path}/liked`,
    url_following: `${path}/following`,
    url_followers: `${path}/followers`,
    image_count_label: images === 1 ? 'image' : 'images',
    album_count_label: albums === 1 ? 'album' : 'albums',
    ...names(username),
    notifications_unread_display: 0,
  };
}

/** Of guests, who have no account. */
export function guestJson(base: string): Record<string, unknown> {
  const unset = [
    'username',
    'date',
    'date_gmt',
    'website',
    'bio',
    'timezone',
    'language',
    'status',
    'is_admin',
    'is_manager',
    'is_private',
  ];
  const uncounted = [
    'newsletter_subscribe',
    'show_nsfw_listings',
    'image_count',
    'album_count',
    'image_keep_exif',
    'file_meta_tag_camera_model',
  ];
  const unknown = ['image_expiration', 'registration_ip', 'likes', 'liked', 'following', 'followers', 'content_views'];
  return {
    name: '',
    ...Object.fromEntries([...unset, ...uncounted, ...unknown].map((key) => [key, null])),
    palette_id: 0,
    notifications_unread: 0,
    home: 'files',
    id_encoded: '',
    image_count_display: 0,
    album_count_display: 0,
    url: '/',
    public_url: `${base}/`,
    url_images: '/',
    url_albums: '/albums',
    url_liked: '/liked',
    url_following: '/following',
    url_followers: '/followers',
    image_count_label: 'images',
    album_count_label: 'albums',
    ...names(''),
    notifications_unread_display: 0,
  };
}

/** User names hold nothing that would have to be escaped. */
const names = (name: string) => ({ firstname: name, firstname_html: name, name_short: name, name_html: name, name_short_html: name });
