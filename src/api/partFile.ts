import { MEDIA_FORMAT_FACTS } from '../shared/mediaFormat.js';
import type { UploadSource } from './UploadClient.js';

type FileSource = Extract<UploadSource, { kind: 'file' }>;

/** The media type to send a file with, never empty: hosts refuse a video part without a `video/*` type. */
export function partType({ mimeType, name }: FileSource): string {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  const byName = Object.values(MEDIA_FORMAT_FACTS).find(({ extensions }) => extensions.includes(extension));
  return mimeType || byName?.mimeType || 'application/octet-stream';
}

/** What goes into the field `source`: the address as text, or the file under its own name and type. No byte is copied. */
export function sourceValue(source: UploadSource): string | File {
  if (source.kind === 'url') return source.url;
  const { blob, name } = source;
  const type = partType(source);
  // A new file takes the browser a millisecond, and most are what they shall be.
  return blob instanceof File && blob.name === name && blob.type === type ? blob : new File([blob], name, { type });
}
