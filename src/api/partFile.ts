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
export const sourceValue = (source: UploadSource): string | File =>
  source.kind === 'url' ? source.url : new File([source.blob], source.name, { type: partType(source) });
