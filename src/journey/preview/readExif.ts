import type { ByteRange } from './readJpegHead.js';

export interface ExifFacts {
  /** 1 to 8; 1 when it is not told. */
  readonly orientation: number;
  /** Within these bytes. */
  readonly thumbnail: ByteRange | null;
}

const ORIENTATION = 0x0112;
const THUMBNAIL_AT = 0x0201;
const THUMBNAIL_BYTES = 0x0202;
const ENTRY_BYTES = 12;

/** The two things of Exif that a preview needs, from the bytes behind `Exif\0\0`. Pure, and total over any bytes. Source: Exif 2.32, TIFF 6.0. */
export function readExif(tiff: Uint8Array): ExifFacts {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = tiff.length < 8 ? 0 : view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return { orientation: 1, thumbnail: null };
  const picture = readDirectory(view, view.getUint32(4, order === 0x4949), order === 0x4949);
  const small = readDirectory(view, picture.next, order === 0x4949);
  const orientation = picture.valueOf(ORIENTATION);
  const from = small.valueOf(THUMBNAIL_AT);
  const to = from + small.valueOf(THUMBNAIL_BYTES);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    thumbnail: from > 0 && to > from && to <= tiff.length ? { from, to } : null,
  };
}

interface Directory {
  /** Of one number in SHORT or LONG; 0 when the tag is not there. */
  valueOf(tag: number): number;
  /** Where the next directory stands, 0 when there is none. */
  readonly next: number;
}

const NOTHING: Directory = { valueOf: () => 0, next: 0 };

function readDirectory(view: DataView, at: number, isLittle: boolean): Directory {
  if (at < 8 || at + 2 > view.byteLength) return NOTHING;
  const values = new Map<number, number>();
  const end = at + 2 + view.getUint16(at, isLittle) * ENTRY_BYTES;
  for (let entry = at + 2; entry < end && entry + ENTRY_BYTES <= view.byteLength; entry += ENTRY_BYTES) {
    const isShort = view.getUint16(entry + 2, isLittle) === 3;
    const value = isShort ? view.getUint16(entry + 8, isLittle) : view.getUint32(entry + 8, isLittle);
    values.set(view.getUint16(entry, isLittle), value);
  }
  return { valueOf: (tag) => values.get(tag) ?? 0, next: end + 4 <= view.byteLength ? view.getUint32(end, isLittle) : 0 };
}
