import * as v from 'valibot';
import type { StoredImage } from './contract.js';
import { type ImageReply, imageSchema } from './replySchemas.js';

/** A host's word about one stored picture or video; null where it names no id or no link, so that nothing could be done with it. */
export function toStoredImage(reply: unknown): StoredImage | null {
  const parsed = v.safeParse(imageSchema, reply);
  if (!parsed.success) return null;
  const image = parsed.output;
  const id = image.id_encoded || image.id;
  const url = image.url ?? image.image.url;
  const viewerUrl = image.url_viewer ?? image.url_short ?? url;
  if (id === '' || viewerUrl === null) return null;
  const mimeType = image.mime || image.image.mime;
  return {
    id,
    kind: image.type === 'video' || mimeType.startsWith('video/') ? 'video' : 'image',
    title: image.title,
    fileName: image.filename || image.image.filename,
    mimeType,
    sizeBytes: image.size,
    widthPx: image.width,
    heightPx: image.height,
    durationSeconds: image.duration,
    isAnimated: image.is_animated ?? false,
    isApproved: image.is_approved ?? true,
    md5: image.md5 || null,
    expiresAtMs: expiresAtMs(image),
    url,
    viewerUrl,
    thumbUrl: image.thumb.url,
    mediumUrl: image.medium.url,
    frameUrl: image.url_frame ?? image.frame.url,
    deleteUrl: image.delete_url,
  };
}

/** `YYYY-MM-DD HH:MM:SS` in UTC; ImgBB names the seconds after the upload's time instead. */
function expiresAtMs({ expiration_date_gmt: date, time, expiration }: ImageReply): number | null {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(date) ?? [];
  const atMs = day ? Date.parse(`${day}T${clock}Z`) : (time + expiration) * 1_000;
  return Number.isNaN(atMs) || (!day && (expiration === 0 || time === 0)) ? null : atMs;
}
