import { blankIptc } from './blankIptc.js';
import { blankPhotoshop } from './blankPhotoshop.js';
import { blankTiff } from './blankTiff.js';
import { blankXmp } from './blankXmp.js';
import { isText, latin1Of } from './byteReader.js';
import { deflate, inflate } from './zlib.js';

interface PngText {
  readonly keyword: string;
  readonly isCompressed: boolean;
  /** Where the text begins. */
  readonly from: number;
}

const XMP_KEYWORD = 'XML:com.adobe.xmp';

/**
 * A text chunk's data without the location: XMP, and the "raw profiles" that ImageMagick writes.
 *
 * @param data may be changed
 * @returns null when there is no location; empty when the chunk has to go, since nobody can say what its packed text holds
 */
export async function blankPngText(chunk: string, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  const { keyword, isCompressed, from } = openText(chunk, data);
  if (/^(exif:)?gps|^location$/i.test(keyword)) return new Uint8Array();
  const blank = keyword === XMP_KEYWORD ? blankXmp : /^Raw profile type (exif|app1|xmp|iptc|8bim)$/i.test(keyword) ? blankRawProfile : null;
  if (!blank) return null;
  if (!isCompressed) return blank(data.subarray(from)) ? data : null;
  const text = await inflate(data.subarray(from));
  if (!text) return new Uint8Array();
  if (!blank(text)) return null;
  return joined(data.subarray(0, from), await deflate(text));
}

/** tEXt: keyword, text. zTXt: keyword, method, text. iTXt: keyword, flag, method, language, translated keyword, text. A zero ends each word. */
function openText(chunk: string, data: Uint8Array): PngText {
  const afterZero = (from: number): number => {
    const zero = data.indexOf(0, from);
    return zero < 0 ? data.length : zero + 1;
  };
  const keywordTo = afterZero(0);
  const keyword = latin1Of(data.subarray(0, keywordTo - 1));
  if (chunk === 'tEXt') return { keyword, isCompressed: false, from: keywordTo };
  if (chunk === 'zTXt') return { keyword, isCompressed: true, from: keywordTo + 1 };
  return { keyword, isCompressed: data[keywordTo] === 1, from: afterZero(afterZero(keywordTo + 2)) };
}

/** A name, a length, then bytes in hexadecimal digits with line ends between: the digits of what is blanked are written over. */
function blankRawProfile(text: Uint8Array): boolean {
  const [head = ''] = /^\n[^\n]*\n *\d+\n/.exec(latin1Of(text.subarray(0, 200))) ?? [];
  const places: number[] = [];
  for (let at = head.length; at < text.length; at++) if (digitOf(text[at]) >= 0) places.push(at);
  const profile = Uint8Array.from(
    { length: places.length >> 1 },
    (_, i) => digitOf(text[places[2 * i]!]) * 16 + digitOf(text[places[2 * i + 1]!]),
  );
  if (!blankProfile(profile)) return false;
  profile.forEach((byte, i) => {
    text[places[2 * i]!] = byte.toString(16).padStart(2, '0').charCodeAt(0);
    text[places[2 * i + 1]!] = (byte % 16).toString(16).charCodeAt(0);
  });
  return true;
}

const digitOf = (character: number | undefined): number => {
  const value = Number.parseInt(String.fromCharCode(character ?? 0), 16);
  return Number.isNaN(value) ? -1 : value;
};

function blankProfile(profile: Uint8Array): boolean {
  if (isText(profile, 0, '8BIM')) return blankPhotoshop(profile);
  if (profile[0] === 0x1c) return blankIptc(profile);
  return isText(profile, 0, 'Exif\0') || isText(profile, 0, 'II') || isText(profile, 0, 'MM') ? blankTiff(profile) : blankXmp(profile);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
