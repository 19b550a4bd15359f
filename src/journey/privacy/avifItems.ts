import { isText, latin1Of } from './byteReader.js';

/** Where the bytes of an item lie in the file. */
export interface ItemPlace {
  readonly kind: 'exif' | 'xmp';
  readonly extents: readonly { readonly from: number; readonly byteCount: number }[];
}

/** More pieces than any writer cuts an item into. */
const MAX_EXTENTS = 64;
/** Of Exif and XMP: one of each picture in the file. */
const MAX_ITEMS = 64;

interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Reads numbers one after the other; throws a RangeError behind the end. */
interface Cursor {
  at: number;
  /** Of 0 to 8 bytes. */
  number(byteCount: number): number;
}

/**
 * Where Exif and XMP lie by the `meta` box of a file; null when the box is broken or keeps them in a way that is not followed.
 *
 * @param meta the whole box
 * @param metaFrom where it stands in the file
 */
export function itemPlacesOf(meta: Uint8Array, metaFrom: number): ItemPlace[] | null {
  try {
    const boxes = boxesOf(meta, 12, meta.length);
    const info = boxes.find(({ type }) => type === 'iinf');
    const location = boxes.find(({ type }) => type === 'iloc');
    const data = boxes.find(({ type }) => type === 'idat');
    const kinds = info ? kindsOf(meta, info) : new Map<number, ItemPlace['kind']>();
    if (kinds.size === 0) return [];
    return location && kinds.size <= MAX_ITEMS
      ? readLocations(cursorOf(meta, location.from), kinds, [0, metaFrom + (data?.from ?? 0)])
      : null;
  } catch {
    return null;
  }
}

function boxesOf(bytes: Uint8Array, from: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= end;) {
    const byteCount = cursorOf(bytes, at).number(4);
    if (byteCount < 8) break;
    const to = Math.min(end, at + byteCount);
    boxes.push({ type: latin1Of(bytes.subarray(at + 4, at + 8)), from: at + 8, to });
    at = to;
  }
  return boxes;
}

function cursorOf(bytes: Uint8Array, from: number): Cursor {
  return {
    at: from,
    number(byteCount) {
      if (this.at + byteCount > bytes.length) throw new RangeError('The box ends early');
      let value = 0;
      for (let i = 0; i < byteCount; i++) value = value * 256 + (bytes[this.at++] ?? 0);
      return value;
    },
  };
}

/** By item id, from `iinf` with its `infe` boxes of version 2 and 3: earlier ones know no Exif. */
function kindsOf(bytes: Uint8Array, info: Box): Map<number, ItemPlace['kind']> {
  const kinds = new Map<number, ItemPlace['kind']>();
  for (const { type, from, to } of boxesOf(bytes, info.from + (bytes[info.from] === 0 ? 6 : 8), info.to)) {
    const version = bytes[from] ?? 0;
    if (type !== 'infe' || version < 2) continue;
    const typeAt = from + (version === 2 ? 8 : 10);
    const id = cursorOf(bytes, from + 4).number(version === 2 ? 2 : 4);
    if (isText(bytes, typeAt, 'Exif')) kinds.set(id, 'exif');
    if (isText(bytes, typeAt, 'mime') && latin1Of(bytes.subarray(typeAt, to)).includes('application/rdf+xml')) kinds.set(id, 'xmp');
  }
  return kinds;
}

/** @param origins of offsets: the file's begin, the body of `idat`; null for what counts from another item */
function readLocations(cursor: Cursor, kinds: ReadonlyMap<number, ItemPlace['kind']>, origins: readonly number[]): ItemPlace[] | null {
  const version = cursor.number(4) >>> 24;
  const sizes = cursor.number(2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15] as const;
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const idBytes = version < 2 ? 2 : 4;
  const places: ItemPlace[] = [];
  for (let left = cursor.number(idBytes); left > 0; left--) {
    const kind = kinds.get(cursor.number(idBytes));
    const origin = origins[version === 0 ? 0 : cursor.number(2) & 15];
    const isElsewhere = cursor.number(2) !== 0;
    const base = cursor.number(baseBytes) + (origin ?? 0);
    const extentCount = cursor.number(2);
    const extentBytes = indexBytes + offsetBytes + lengthBytes;
    if (!kind) {
      cursor.at += extentCount * extentBytes;
      continue;
    }
    if (origin === undefined || isElsewhere || extentCount > MAX_EXTENTS) return null;
    const extents = Array.from({ length: extentCount }, () => {
      cursor.number(indexBytes);
      return { from: base + cursor.number(offsetBytes), byteCount: cursor.number(lengthBytes) || Infinity };
    });
    places.push({ kind, extents });
  }
  return places;
}
