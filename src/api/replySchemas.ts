import * as v from 'valibot';
import { httpUrl } from './httpUrl.js';

// Hosts differ by version and setting, so each field is taken where it fits and is empty where it does not. Unknown fields are dropped.

/** The rest is cut: errors may carry a dump. */
const MAX_TEXT_CHARS = 2_000;

const take = <T>(convert: (value: unknown) => T) => v.optional(v.pipe(v.unknown(), v.transform(convert)), null);

/** Text, also where a number came; anything else is ''. */
const text = take((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MAX_TEXT_CHARS) : ''));

/** A number of 0 or more, also where it came as text; anything else is 0. */
const count = take((value) => {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : 0;
  return Number.isFinite(number) && number > 0 ? number : 0;
});

/** 0 or 1, also as text or as a boolean; null where the host did not say. */
const flag = take((value) => (value === undefined || value === null ? null : value === true || Number(value) === 1));

const link = take((value) => httpUrl(value));

/** A part of the answer; where something else came, a part without fields. */
const part = <T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    take((value) => (isRecord(value) ? value : {})),
    v.object(entries),
  );

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const file = part({ filename: text, mime: text, url: link });

/** The `image` of V1.1 and of `/json`, and the `data` of ImgBB, which names some things otherwise. */
export const imageSchema = v.object({
  id_encoded: text,
  id: text,
  type: text,
  title: text,
  filename: text,
  mime: text,
  size: count,
  width: count,
  height: count,
  duration: count,
  is_animated: flag,
  is_approved: flag,
  md5: text,
  expiration_date_gmt: text,
  time: count,
  expiration: count,
  url: link,
  url_viewer: link,
  url_short: link,
  url_frame: link,
  delete_url: link,
  image: file,
  thumb: file,
  medium: file,
  frame: file,
});

export type ImageReply = v.InferOutput<typeof imageSchema>;

export const albumSchema = v.object({
  id_encoded: text,
  id: text,
  name: text,
  privacy: text,
  image_count: count,
  imageCount: count,
  parentId: text,
  url: text,
});

export const errorSchema = v.object({
  message: text,
  code: take((value) => {
    if (typeof value === 'number') return value;
    if (typeof value !== 'string') return 0;
    return /^-?\d{1,5}$/.test(value) ? Number(value) : value.slice(0, 20);
  }),
});
