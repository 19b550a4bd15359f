import type { MediaFormat } from '../../shared/mediaFormat.js';
import { patchesOfAvif } from './avifParts.js';
import { type ByteReader, createByteReader } from './byteReader.js';
import { patchesOfJpeg } from './jpegParts.js';
import { type Patch, patchBlob } from './patchBlob.js';
import { patchesOfPng } from './pngParts.js';
import { patchesOfWebp } from './webpParts.js';

/** What became of the location in a file. */
export interface LocationRemoval {
  /** The same object where nothing was changed; else of the same type, its other bytes still on the disk. */
  readonly blob: Blob;
  /** `unsupported`: this format may carry a place, but it is not taken out; `unreadable`: the bytes are not of this format, or the file is gone. */
  readonly outcome: 'removed' | 'none' | 'unsupported' | 'unreadable';
}

const PATCHES_OF: Readonly<Partial<Record<MediaFormat, (reader: ByteReader) => Promise<Patch[] | null>>>> = {
  avif: patchesOfAvif,
  jpeg: patchesOfJpeg,
  png: patchesOfPng,
  webp: patchesOfWebp,
};

/**
 * Takes the place where a picture was made out of its file: GPS data of Exif, coordinates and place names of XMP and IPTC, also in its thumbnail and in further
 * pictures of the file. The picture itself is not written anew, each of its bytes stays; so do orientation, date, camera and colour profile. What a maker's own
 * note tells in its own form stays too, and so does the film behind the picture of a motion photo. Never rejects, whatever the bytes.
 *
 * @param format what the bytes are, not what the name says
 */
export async function removeLocation(file: Blob, format: MediaFormat): Promise<LocationRemoval> {
  if (format === 'gif' || format === 'bmp') return { blob: file, outcome: 'none' };
  const patchesOf = PATCHES_OF[format];
  if (!patchesOf) return { blob: file, outcome: 'unsupported' };
  try {
    const patches = await patchesOf(createByteReader(file));
    if (!patches) return { blob: file, outcome: 'unreadable' };
    return { blob: patchBlob(file, patches), outcome: patches.length > 0 ? 'removed' : 'none' };
  } catch {
    return { blob: file, outcome: 'unreadable' };
  }
}
