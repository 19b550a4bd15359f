import { ApiError } from '../apiError.js';
import { durationSeconds } from '../../src/shared/durationSeconds.js';
import type { Form } from '../http/readForm.js';

/** What the sender says about one upload, read and bounded. Absent (null) means the default. */
export interface SentOptions {
  readonly title: string | null;
  readonly description: string | null;
  readonly tags: readonly string[] | null;
  readonly albumCode: string | null;
  readonly categoryId: number | null;
  readonly widthPx: number | null;
  readonly expirationSeconds: number | null;
  readonly isNsfw: boolean;
  readonly usesFileDate: boolean;
}

const MAX_TITLE_CHARS = 100;
const MAX_DESCRIPTION_CHARS = 10_000;
const MAX_TAG_CHARS = 32;
const MAX_TAGS = 100;
export const EXPIRATION_SECONDS = { min: 300, max: 365 * 86_400 };

/** @throws {ApiError} 1, 22007 or 110 for a width, category or expiration that is none */
export function readOptions(form: Form): SentOptions {
  const text = (name: string): string | null => form.value(name)?.trim() || null;
  return {
    title: cut(text('title') ?? text('name'), MAX_TITLE_CHARS),
    description: cut(text('description'), MAX_DESCRIPTION_CHARS),
    tags: form.value('tags') ? readTags(form.value('tags') ?? '') : null,
    albumCode: text('album_id'),
    categoryId: readCategory(text('category_id')),
    widthPx: readWidth(text('width')),
    expirationSeconds: readExpiration(text('expiration')),
    isNsfw: text('nsfw') === '1',
    usesFileDate: text('use_file_date') === '1',
  };
}

/** By code points, so that no character is cut in two. */
const cut = (text: string | null, maxChars: number): string | null => text && ([...text].slice(0, maxChars).join('').trim() || null);

export const cutTitle = (text: string | null): string | null => cut(text, MAX_TITLE_CHARS);

/** Each once; those hosts do not take are dropped, as they drop them. */
export function readTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().replace(/\s+/g, ' '));
  return [...new Set(tags.filter(isTag))].slice(0, MAX_TAGS);
}

export const isTag = (tag: string): boolean => tag !== '' && [...tag].length <= MAX_TAG_CHARS && !/[/#]/.test(tag);

function readCategory(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw new ApiError('22007', 'Invalid category_id');
  return Number(text);
}

/** Text that is no number asks for nothing; a negative number is refused. */
function readWidth(text: string | null): number | null {
  const width = Math.trunc(Number(text ?? 0));
  if (!Number.isFinite(width) || width === 0) return null;
  if (width < 0) throw new ApiError(1, 'Invalid image geometry');
  return width;
}

/** Seconds or an ISO 8601 duration, brought into the range; anything else is refused. */
export function readExpiration(text: string | null): number | null {
  if (text === null) return null;
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : durationSeconds(text);
  if (seconds === null) throw new ApiError(110, 'Invalid expiration: expected seconds or a duration such as PT5M');
  return Math.min(EXPIRATION_SECONDS.max, Math.max(EXPIRATION_SECONDS.min, seconds));
}
