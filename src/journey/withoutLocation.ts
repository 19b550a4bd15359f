import { MEDIA_FORMAT_FACTS } from '../shared/mediaFormat.js';
import { UploadError } from '../shared/UploadError.js';
import { sizeBytesOf, type UploadItem } from './item.js';

/**
 * The item as it may leave where the place is to be taken out of pictures; the same one when there is nothing to take out, and for films. The bytes are loaded
 * with what does it, when the first picture is sent.
 *
 * @throws {UploadError} `file.unreadable` when nobody can say whether the place is out; `network.lost` when what does it did not load
 */
export async function withoutLocation<I extends UploadItem>(item: I): Promise<I> {
  const { source, format } = item;
  if (source.kind !== 'file' || !format || MEDIA_FORMAT_FACTS[format].kind === 'video') return item;
  const { removeLocation } = await import('./privacy/removeLocation.js').catch((cause: unknown) => {
    throw new UploadError('network.lost', { sentBytes: 0, sizeBytes: sizeBytesOf(source) }, { cause });
  });
  const { blob, outcome } = await removeLocation(source.file, format);
  if (outcome === 'unreadable') throw new UploadError('file.unreadable', { hostMessage: '' });
  if (blob === source.file) return item;
  const { name, type, lastModified } = source.file;
  return { ...item, source: { ...source, file: new File([blob], name, { type, lastModified }) } };
}

/** Whether a file tells on its tile that its place is taken out, or that it is not. */
export function locationOf({ source, format }: UploadItem): 'removed' | 'kept' | null {
  if (source.kind !== 'file' || !format || format === 'gif' || format === 'bmp') return null;
  return MEDIA_FORMAT_FACTS[format].kind === 'video' ? 'kept' : 'removed';
}
