import { blankPhotoshop } from './blankPhotoshop.js';
import { blankTiff, mpEntriesOf, thumbnailOf } from './blankTiff.js';
import { blankXmp } from './blankXmp.js';
import { type ByteReader, isText, latin1Of } from './byteReader.js';
import type { Patch } from './patchBlob.js';

/** What stands before the first scan: only this is read and changed, the picture itself never. */
interface Segment {
  readonly marker: number;
  readonly from: number;
  /** Behind the two bytes of length, up to the next segment. */
  readonly body: Uint8Array;
}

/** More segments than any camera writes, or as many bytes of rubbish between them; a file made of these shall not keep a phone busy. */
const MAX_STEPS = 50_000;
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0';
/** The name, a GUID of 32 letters, the whole length and this piece's offset, 4 bytes each. Source: XMP specification part 3, 1.1.3.1. */
const MORE_XMP_HEAD_BYTES = MORE_XMP.length + 40;

/** Patches for a JPEG and for the further pictures that its MPF index lists; null when this is no JPEG. */
export async function patchesOfJpeg(reader: ByteReader): Promise<Patch[] | null> {
  const head = await readHead(reader, 0);
  if (!head) return null;
  const starts = furtherPictures(head);
  const patches = patchOf(head, 0);
  for (const start of starts) {
    const further = start >= head.length ? await readHead(reader, start) : null;
    if (further) patches.push(...patchOf(further, start));
  }
  return patches;
}

function patchOf(head: Uint8Array<ArrayBuffer>, from: number): Patch[] {
  return blankHead(head, true) ? [{ from, to: from + head.length, bytes: head }] : [];
}

/** A copy of all bytes up to the first scan; null when there is no JPEG. */
async function readHead(reader: ByteReader, from: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isText(await reader.read(from, 2), 0, '\xff\xd8')) return null;
  let to = from + 2;
  let steps = 0;
  for (let next: number | null = to; next !== null; next = await afterSegment(reader, to)) {
    to = next;
    if (++steps > MAX_STEPS) return null;
  }
  return new Uint8Array(await reader.read(from, to - from));
}

/** Null at the end of the head. Like decoders, skips what is no marker. */
async function afterSegment(reader: ByteReader, at: number): Promise<number | null> {
  const bytes = await reader.read(at, 4);
  const marker = bytes[1] ?? 0;
  if (bytes.length < 4) return null;
  if (bytes[0] !== 0xff || marker === 0xff || marker === 0) return at + 1;
  if (marker === 0xda || marker === 0xd9) return null;
  if (hasNoLength(marker)) return at + 2;
  return Math.min(reader.size, at + 2 + Math.max(2, (bytes[2] ?? 0) * 256 + (bytes[3] ?? 0)));
}

const hasNoLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** The segments of a head; ends where the first scan begins or the bytes end. */
function segmentsOf(head: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= head.length;) {
    const marker = head[at + 1] ?? 0;
    if (head[at] !== 0xff || marker === 0xff || marker === 0) at += 1;
    else if (marker === 0xda || marker === 0xd9) break;
    else if (hasNoLength(marker)) at += 2;
    else {
      const to = at + 2 + Math.max(2, (head[at + 2] ?? 0) * 256 + (head[at + 3] ?? 0));
      segments.push({ marker, from: at, body: head.subarray(at + 4, to) });
      at = to;
    }
  }
  return segments;
}

/** Takes the location out of a JPEG's head, in place, its thumbnail's too. */
function blankHead(head: Uint8Array, withThumbnail: boolean): boolean {
  let isChanged = false;
  const segments = segmentsOf(head);
  for (const { marker, body } of segments) if (blankSegment(marker, body, withThumbnail)) isChanged = true;
  return blankMoreXmp(segments) || isChanged;
}

function blankSegment(marker: number, body: Uint8Array, withThumbnail: boolean): boolean {
  if (marker === 0xe1 && isText(body, 0, 'Exif\0')) {
    const thumbnail = withThumbnail ? thumbnailOf(body) : null;
    const isThumbnailChanged = thumbnail !== null && isText(thumbnail, 0, '\xff\xd8') && blankHead(thumbnail, false);
    return blankTiff(body) || isThumbnailChanged;
  }
  if (marker === 0xe1 && isText(body, 0, XMP)) return blankXmp(body.subarray(XMP.length));
  if (marker === 0xed && isText(body, 0, 'Photoshop 3.0\0')) return blankPhotoshop(body.subarray(14));
  return false;
}

/** A long packet is cut into pieces anywhere, also in the middle of a name: joined, cleaned and cut again. */
function blankMoreXmp(segments: readonly Segment[]): boolean {
  const pieces = segments
    .filter(({ marker, body }) => marker === 0xe1 && body.length > MORE_XMP_HEAD_BYTES && isText(body, 0, MORE_XMP))
    .map(({ body }) => ({ key: latin1Of(body.subarray(MORE_XMP.length, MORE_XMP_HEAD_BYTES)), data: body.subarray(MORE_XMP_HEAD_BYTES) }))
    // The GUID, the length, the offset: as text they sort as they count.
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const whole = new Uint8Array(pieces.reduce((sum, { data }) => sum + data.length, 0));
  let at = 0;
  const places = pieces.map(({ data }) => {
    whole.set(data, at);
    return (at += data.length) - data.length;
  });
  if (!blankXmp(whole)) return false;
  pieces.forEach(({ data }, i) => data.set(whole.subarray(places[i], (places[i] ?? 0) + data.length)));
  return true;
}

/** Where the pictures begin that follow the first one: gain maps, other views. Offsets count from the index's own byte order mark. */
function furtherPictures(head: Uint8Array): number[] {
  return segmentsOf(head)
    .filter(({ marker, body }) => marker === 0xe2 && isText(body, 0, 'MPF\0'))
    .flatMap(({ from, body }) =>
      mpEntriesOf(body.subarray(4))
        .filter(({ fromByte }) => fromByte > 0)
        .map(({ fromByte }) => from + 8 + fromByte),
    );
}
