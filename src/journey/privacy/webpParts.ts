import { blankTiff } from './blankTiff.js';
import { blankXmp } from './blankXmp.js';
import { type ByteReader, isText, latin1Of } from './byteReader.js';
import type { Patch } from './patchBlob.js';

/** More than any film of a picture has; a file of nothing but heads shall not keep a phone busy. */
const MAX_CHUNKS = 100_000;

/** Patches for the EXIF and XMP chunks; null when this is no WEBP. Source: the WebP container specification. */
export async function patchesOfWebp(reader: ByteReader): Promise<Patch[] | null> {
  const start = await reader.read(0, 12);
  if (!isText(start, 0, 'RIFF') || !isText(start, 8, 'WEBP')) return null;
  const patches: Patch[] = [];
  let at = 12;
  for (let count = 0; at + 8 <= reader.size; count++) {
    if (count === MAX_CHUNKS) return null;
    const head = await reader.read(at, 8);
    const name = latin1Of(head.subarray(0, 4));
    const byteCount = new DataView(head.buffer, head.byteOffset).getUint32(4, true);
    const blank = name === 'EXIF' ? blankTiff : name === 'XMP ' ? blankXmp : null;
    if (blank) {
      const bytes = new Uint8Array(await reader.read(at + 8, byteCount));
      if (blank(bytes)) patches.push({ from: at + 8, to: at + 8 + bytes.length, bytes });
    }
    at += 8 + byteCount + (byteCount % 2);
  }
  return patches;
}
