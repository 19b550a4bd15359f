import type { FullImage, StoredFile } from '../db/images.js';
import type { FileRole } from '../db/schema.js';
import { formatBytes, formatDuration, formatLocal, formatUtc, howLongAgo } from '../units.js';
import { escapeHtml } from './html.js';

/** Bits of `chain`: which files there are. */
const CHAIN_BITS: Readonly<Record<FileRole, number>> = { image: 1, medium: 2, thumb: 4, frame: 16 };
const TRUNCATED_CHARS = 28;

/** The `image` object of the API: every field, in the hosts' types. `base` is the server's address as the caller sees it. */
export function imageJson(image: FullImage, base: string, nowMs: number): Record<string, unknown> {
  const { row } = image;
  const of = (role: FileRole): StoredFile | undefined => image.files.find((file) => file.role === role);
  const isApproved = row.is_approved === 1;
  const original = of('image');
  const json = {
    ...stored(image),
    ...addresses(image, base),
    ratio: row.width / Math.max(1, row.height),
    size_formatted: formatBytes(original?.size ?? 0),
    ...(row.kind === 'video' && { frame: fileJson(of('frame'), base, isApproved) }),
    image: fileJson(original, base, isApproved),
    thumb: fileJson(of('thumb'), base, isApproved),
    medium: fileJson(of('medium'), base, isApproved),
    url_frame: isApproved ? fileUrl(of('frame'), base) : '',
    duration_time: row.kind === 'video' ? formatDuration(row.duration_seconds) : '',
    ...display(of('medium'), image, base),
    views_label: row.views === 1 ? 'view' : 'views',
    likes_label: 'likes',
    how_long_ago: howLongAgo(row.uploaded_ms, nowMs),
    date_fixed_peer: formatUtc(row.created_ms),
    title_truncated: truncate(row.title),
    title_truncated_html: escapeHtml(truncate(row.title)),
    is_use_loader: false,
    display_title: row.title,
  };
  if (isApproved) return json;
  const { url: _url, display_url: _display, ...hidden } = json;
  return hidden;
}

/** What the sender may know and nobody else: whoever has this address can delete. */
export const deleteUrl = (image: FullImage, base: string): string => `${viewerUrl(image, base)}/delete/${image.row.delete_token}`;

export const viewerPath = ({ row }: Pick<FullImage, 'row'>): string => `/${row.kind === 'video' ? 'video' : 'image'}/${row.code}`;

const viewerUrl = (image: FullImage, base: string): string => `${base}${viewerPath(image)}`;

function stored({ row, files, tags }: FullImage) {
  const sizeOf = (role: FileRole): number => files.find((file) => file.role === role)?.size ?? 0;
  return {
    name: row.name,
    extension:
      files
        .find((file) => file.role === 'image')
        ?.path.split('.')
        .at(-1) ?? '',
    size: sizeOf('image'),
    width: row.width,
    height: row.height,
    date: formatLocal(row.created_ms),
    date_gmt: formatUtc(row.created_ms),
    title: row.title,
    description: row.description,
    nsfw: row.is_nsfw,
    storage_mode: 'datefolder',
    md5: row.md5,
    source_md5: row.source_md5,
    original_filename: row.original_name,
    original_exifdata: row.exif_json,
    views: row.views,
    category_id: row.category_id,
    chain: files.reduce((bits, { role }) => bits | CHAIN_BITS[role], 0),
    thumb_size: sizeOf('thumb'),
    medium_size: sizeOf('medium'),
    frame_size: sizeOf('frame'),
    expiration_date_gmt: row.expires_ms === null ? null : formatUtc(row.expires_ms),
    likes: 0,
    is_animated: row.is_animated,
    is_approved: row.is_approved,
    is_360: 0,
    duration: row.duration_seconds,
    type: row.kind,
    tags: tags.map(tagJson),
    tags_string: tags.join(', '),
    file: { resource: { type: 'path' } },
    id_encoded: row.code,
  };
}

const tagJson = (name: string) => {
  const key = encodeURIComponent(name);
  return { name, name_safe_html: escapeHtml(name), url_key: key, url: `/tag/${key}` };
};

function addresses(image: FullImage, base: string) {
  const original = image.files.find((file) => file.role === 'image');
  return {
    filename: original?.path.split('/').at(-1) ?? '',
    mime: original?.mime ?? '',
    url: fileUrl(original, base),
    url_viewer: viewerUrl(image, base),
    path_viewer: viewerPath(image),
    url_short: viewerUrl(image, base),
  };
}

export const fileUrl = (file: StoredFile | undefined, base: string): string => (file ? `${base}/images/${file.path}` : '');

/** One file; an object of nulls where it was not made. */
function fileJson(file: StoredFile | undefined, base: string, isApproved: boolean): Record<string, unknown> {
  if (!file) return { filename: null, name: null, mime: null, extension: null, ...(isApproved && { url: null }) };
  const filename = file.path.split('/').at(-1) ?? '';
  const dot = filename.lastIndexOf('.');
  const facts = { filename, name: filename.slice(0, dot), mime: file.mime, extension: filename.slice(dot + 1) };
  return { ...facts, ...(isApproved && { url: fileUrl(file, base) }), size: file.size };
}

/** What a page shows: the medium size where there is one, a video's still, else the original. Hosts write the medium width as text. */
function display(medium: StoredFile | undefined, { row, files }: FullImage, base: string) {
  if (medium) return { display_url: fileUrl(medium, base), display_width: String(medium.width), display_height: medium.height };
  const shown = files.find(({ role }) => role === (row.kind === 'video' ? 'frame' : 'image'));
  return { display_url: fileUrl(shown, base), display_width: row.width, display_height: row.height };
}

function truncate(title: string): string {
  const chars = [...title];
  return chars.length <= TRUNCATED_CHARS ? title : `${chars.slice(0, TRUNCATED_CHARS - 3).join('')}...`;
}
