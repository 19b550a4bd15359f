import { readExif } from './readExif.js';

/** Where bytes stand in a file. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** What the first bytes of a JPEG tell of it. */
export interface JpegHead {
  /** As stored, before `orientation` turns it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 to 8 as in Exif; 1 is upright. */
  readonly orientation: number;
  /** The camera's own small JPEG of it, which it stores unturned. */
  readonly thumbnail: ByteRange | null;
}

const EXIF = 'Exif\0\0';

/** Null when these are not the first bytes of a JPEG, or its size stands further behind. Pure, and total over any bytes. Source: ITU-T T.81, annex B. */
export function readJpegHead(bytes: Uint8Array): JpegHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let exif = { orientation: 1, thumbnail: null as ByteRange | null };
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) at += 1; // fill bytes may stand before a marker
    else if (hasNoLength(marker)) at += 2;
    else {
      const end = at + 2 + view.getUint16(at + 2);
      if (marker < 0xffc0 || marker === 0xffda || end < at + 4) return null;
      if (isStartOfFrame(marker)) return sized(view.getUint16(at + 7), view.getUint16(at + 5), exif);
      if (marker === 0xffe1 && isExif(bytes, at + 4)) exif = within(readExif(bytes.subarray(at + 10, end)), at + 10);
      at = end;
    }
  }
  return null;
}

const hasNoLength = (marker: number): boolean => marker === 0xff01 || (marker >= 0xffd0 && marker <= 0xffd7);

/** SOF0 to SOF15, without the tables and the extension that stand between them. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;

const isExif = (bytes: Uint8Array, at: number): boolean => String.fromCharCode(...bytes.subarray(at, at + EXIF.length)) === EXIF;

/** A size of 0 is told only behind the pixels. */
const sized = (widthPx: number, heightPx: number, exif: Omit<JpegHead, 'widthPx' | 'heightPx'>): JpegHead | null =>
  widthPx > 0 && heightPx > 0 ? { widthPx, heightPx, ...exif } : null;

const within = ({ orientation, thumbnail }: ReturnType<typeof readExif>, offset: number) => ({
  orientation,
  thumbnail: thumbnail && { from: thumbnail.from + offset, to: thumbnail.to + offset },
});
