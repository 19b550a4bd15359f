import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ImageRow } from '../db/schema.js';
import { notFoundPage } from '../http/pages.js';
import { baseOf, type ServerEnv } from '../http/serverEnv.js';
import { findSession } from '../sessions/session.js';
import { isSameSecret, secretHash } from '../tokens.js';
import { albumById, albumUrl, type CountedAlbum, ownerOf, owns } from './albums.js';

/** `locked`: its password opens it. `hidden`: to this caller it is not there. */
export type Access = 'open' | 'locked' | 'hidden';

type Owned = Pick<ImageRow, 'user_id' | 'session_hash'>;

export async function accessTo(c: Context<ServerEnv>, album: CountedAlbum, thing: Owned = album): Promise<Access> {
  if (album.privacy === 'public' || album.privacy === 'private_but_link' || isUnlocked(c, album)) return 'open';
  const session = await findSession(c);
  const owner = session && ownerOf(session);
  if (owner && (owns(owner, album) || owns(owner, thing))) return 'open';
  return album.privacy === 'password' && album.password_hash !== null ? 'locked' : 'hidden';
}

/** What the page of an image answers because of its album; null where that lets it be seen. */
export async function refusedByAlbum(c: Context<ServerEnv>, image: ImageRow): Promise<Response | null> {
  const album = image.album_id === null ? undefined : await albumById(c.var.server.db, image.album_id);
  const access = album ? await accessTo(c, album, image) : 'open';
  if (!album || access === 'open') return null;
  return access === 'locked' ? c.redirect(albumUrl(album, ''), 302) : notFoundPage(c);
}

const cookieName = ({ code }: CountedAlbum): string => `dropline_album_${code}`;

/** The password's hash holds a random salt, so nobody can make this up, and another password locks the album again. */
const unlockedBy = ({ code, password_hash: hash }: CountedAlbum): string => secretHash(`${code} ${hash}`);

const isUnlocked = (c: Context<ServerEnv>, album: CountedAlbum): boolean =>
  album.privacy === 'password' && album.password_hash !== null && isSameSecret(unlockedBy(album), getCookie(c, cookieName(album)) ?? '');

/** Until the browser is closed. */
export const unlock = (c: Context<ServerEnv>, album: CountedAlbum): void =>
  setCookie(c, cookieName(album), unlockedBy(album), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: baseOf(c).startsWith('https:'),
  });
