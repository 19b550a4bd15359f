import { itemPlacesOf, type ItemPlace } from './avifItems.js';
import { blankTiff } from './blankTiff.js';
import { blankXmp } from './blankXmp.js';
import { type ByteReader, isText } from './byteReader.js';
import type { Patch } from './patchBlob.js';

/** The index of a picture is some hundred bytes long; one of a film of pictures some thousand. */
const MAX_META_BYTES = 4 * 1024 * 1024;
const MAX_BOXES = 1000;
/** Items overlap in hostile files alone, and there they could be the whole file many times over. */
const MAX_ITEM_BYTES = 32 * 1024 * 1024;

/** Patches for the Exif and XMP items; null when this is no AVIF or its index cannot be followed. Sources: ISO/IEC 14496-12 and 23008-12, annex A. */
export async function patchesOfAvif(reader: ByteReader): Promise<Patch[] | null> {
  if (!isText(await reader.read(4, 4), 0, 'ftyp')) return null;
  const meta = await findMeta(reader);
  const places = meta && itemPlacesOf(meta.bytes, meta.from);
  if (!places) return null;
  const patches: Patch[] = [];
  for (const place of places) patches.push(...(await patchesOfItem(reader, place)));
  return patches;
}

async function findMeta(reader: ByteReader): Promise<{ from: number; bytes: Uint8Array } | null> {
  let at = 0;
  for (let count = 0; at + 8 <= reader.size && count < MAX_BOXES; count++) {
    const head = await reader.read(at, 16);
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const short = view.getUint32(0);
    const byteCount = short === 1 && head.length === 16 ? Number(view.getBigUint64(8)) : short === 0 ? reader.size - at : short;
    if (byteCount < 8) return null;
    if (isText(head, 4, 'meta'))
      return byteCount > MAX_META_BYTES ? null : { from: at, bytes: new Uint8Array(await reader.read(at, byteCount)) };
    at += byteCount;
  }
  return null;
}

/** An item may lie in several pieces: joined, cleaned and cut again. */
async function patchesOfItem(reader: ByteReader, { kind, extents }: ItemPlace): Promise<Patch[]> {
  const byteCounts = extents.map(({ from, byteCount }) => Math.max(0, Math.min(byteCount, reader.size - from)));
  if (byteCounts.reduce((sum, count) => sum + count, 0) > MAX_ITEM_BYTES) throw new RangeError('No item is as long as this');
  const parts = await Promise.all(extents.map(async ({ from, byteCount }) => new Uint8Array(await reader.read(from, byteCount))));
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
  if (!(kind === 'exif' ? blankExifItem(whole) : blankXmp(whole))) return [];
  let at = 0;
  return parts.map((part, i) => {
    const from = extents[i]?.from ?? 0;
    return { from, to: from + part.length, bytes: whole.slice(at, (at += part.length)) };
  });
}

/** Begins with the distance from behind these 4 bytes to the byte order mark. */
function blankExifItem(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  return blankTiff(bytes.subarray(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)));
}
