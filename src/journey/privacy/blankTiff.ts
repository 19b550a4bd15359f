import { blankIptc } from './blankIptc.js';
import { isText } from './byteReader.js';
import { blankXmp } from './blankXmp.js';

/** Reads that give 0 outside, so that no foreign offset can lead astray. */
interface Tiff {
  readonly bytes: Uint8Array;
  u16(at: number): number;
  u32(at: number): number;
  put(at: number, tag: number, type: number, count: number): void;
}

interface Entry {
  readonly at: number;
  readonly tag: number;
}

const TAG = {
  xmp: 0x02bc,
  iptc: 0x83bb,
  subIfds: 0x014a,
  exif: 0x8769,
  gps: 0x8825,
  padding: 0xea1c,
  thumbnailFrom: 0x0201,
  thumbnailBytes: 0x0202,
} as const;
/** Bytes of one value, by type. Source: TIFF 6.0. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;
const MAX_IFDS = 32;

/**
 * Zeroes the GPS part of Exif in place and makes its pointer a padding entry, so that no offset changes; XMP and IPTC kept in Exif lose their places too. What
 * a maker's own note may tell stays: it has no public form. Source: Exif 2.32.
 *
 * @param bytes from the byte order mark on, or from `Exif\0\0`
 * @returns whether there was a location
 */
export function blankTiff(bytes: Uint8Array): boolean {
  const tiff = openTiff(bytes);
  if (!tiff) return false;
  let isChanged = false;
  // Listed before any is changed: places that overlap must not hide one another.
  for (const entry of entriesOf(tiff)) if (blankEntry(tiff, entry)) isChanged = true;
  return isChanged;
}

/** The small JPEG that cameras put into Exif; null when there is none. A view into `bytes`. */
export function thumbnailOf(bytes: Uint8Array): Uint8Array | null {
  const tiff = openTiff(bytes);
  if (!tiff) return null;
  const valueOf = (tag: number): number => {
    const entry = entriesOf(tiff).find((entry) => entry.tag === tag);
    return entry ? tiff.u32(entry.at + 8) : 0;
  };
  const from = valueOf(TAG.thumbnailFrom);
  return from > 0 ? tiff.bytes.subarray(from, from + valueOf(TAG.thumbnailBytes)) : null;
}

/** The value of MPF's list of pictures: 16 bytes each. Source: CIPA DC-007. */
export function mpEntriesOf(bytes: Uint8Array): readonly { readonly fromByte: number }[] {
  const tiff = openTiff(bytes);
  const entry = tiff && entriesOf(tiff).find(({ tag }) => tag === 0xb002);
  if (!tiff || !entry) return [];
  const { from, to } = valueRange(tiff, entry.at);
  return Array.from({ length: Math.min(64, Math.floor((to - from) / 16)) }, (_, i) => ({ fromByte: tiff.u32(from + 16 * i + 8) }));
}

function openTiff(whole: Uint8Array): Tiff | null {
  const bytes = isText(whole, 0, 'Exif\0') ? whole.subarray(6) : whole;
  const isLittle = isText(bytes, 0, 'II*\0');
  if (!isLittle && !isText(bytes, 0, 'MM\0*')) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    bytes,
    u16: (at) => (at + 2 <= bytes.length ? view.getUint16(at, isLittle) : 0),
    u32: (at) => (at + 4 <= bytes.length ? view.getUint32(at, isLittle) : 0),
    put(at, tag, type, count) {
      view.setUint16(at, tag, isLittle);
      view.setUint16(at + 2, type, isLittle);
      view.setUint32(at + 4, count, isLittle);
      view.setUint32(at + 8, 0);
    },
  };
}

/** Of all directories that can be reached, each once. */
function entriesOf(tiff: Tiff): Entry[] {
  const entries: Entry[] = [];
  const ifds = new Set([tiff.u32(4)]);
  for (const ifd of ifds) {
    const own = entriesAt(tiff, ifd);
    entries.push(...own);
    const next = tiff.u32(ifd + 2 + 12 * tiff.u16(ifd));
    for (const target of [...own.flatMap((entry) => targetsOf(tiff, entry)), next])
      if (target > 0 && ifds.size < MAX_IFDS) ifds.add(target);
  }
  return entries;
}

function entriesAt(tiff: Tiff, ifd: number): Entry[] {
  const count = Math.min(tiff.u16(ifd), Math.max(0, Math.floor((tiff.bytes.length - ifd - 2) / 12)));
  return Array.from({ length: count }, (_, i) => ({ at: ifd + 2 + 12 * i, tag: tiff.u16(ifd + 2 + 12 * i) }));
}

/** Directories that an entry leads to; the GPS one is not among them, as it is not read but wiped. */
function targetsOf(tiff: Tiff, { at, tag }: Entry): number[] {
  if (tag === TAG.exif) return [tiff.u32(at + 8)];
  if (tag !== TAG.subIfds) return [];
  const { from, to } = valueRange(tiff, at);
  return Array.from({ length: Math.min(MAX_IFDS, Math.floor((to - from) / 4)) }, (_, i) => tiff.u32(from + 4 * i));
}

/** Up to 4 bytes stand in the entry itself; a range that is not wholly inside is none. */
function valueRange(tiff: Tiff, at: number): { from: number; to: number } {
  const byteCount = (TYPE_BYTES[tiff.u16(at + 2)] ?? 0) * tiff.u32(at + 4);
  const from = byteCount <= 4 ? at + 8 : tiff.u32(at + 8);
  return from + byteCount <= tiff.bytes.length ? { from, to: from + byteCount } : { from, to: from };
}

function blankEntry(tiff: Tiff, { at, tag }: Entry): boolean {
  if (tag === TAG.gps) return blankGps(tiff, at);
  if (tag !== TAG.xmp && tag !== TAG.iptc) return false;
  const { from, to } = valueRange(tiff, at);
  const value = tiff.bytes.subarray(from, to);
  return tag === TAG.xmp ? blankXmp(value) : blankIptc(value);
}

/** Cameras without reception write the version (tag 0) alone: that is no place. */
function blankGps(tiff: Tiff, pointerAt: number): boolean {
  const ifd = tiff.u32(pointerAt + 8);
  const entries = entriesAt(tiff, ifd);
  if (ifd === 0 || !entries.some(({ tag }) => tag !== 0)) return false;
  const ranges = entries.map(({ at }) => valueRange(tiff, at));
  for (const { from, to } of ranges) tiff.bytes.fill(0, from, to);
  tiff.bytes.fill(0, ifd, ifd + 2 + 12 * entries.length);
  tiff.put(pointerAt, TAG.padding, 7, 4);
  return true;
}
