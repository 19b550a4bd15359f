import { latin1Of } from './byteReader.js';

/**
 * Names of properties that tell a place, under any prefix: Exif's GPS*, the places of Photoshop and IPTC, the coordinates that drones write. Behind a
 * bracket, a space or a quote only, so each name is looked at once and the time grows with the length alone.
 */
const PLACE =
  /[\s<>"']((?:[\w.-]+:)?(?:gps\w*|\w*(?:latitude|longt?itude)|City|State|Country|Country(?:Code|Name)|ProvinceState|WorldRegion|Sublocation|Location(?:Created|Shown|Name|Id)?)|geo:lat|geo:long)(?=[\s=<>/])/gi;

/** In a broken packet a name may come to stand before a value when what lay between is gone. One that is still not done after so many goes as a whole. */
const MOST_PASSES = 4;

/**
 * Overwrites the location of an XMP packet with spaces, in place, so that no length changes. Sources: XMP specification part 1 and 2, IPTC Photo Metadata
 * Standard.
 *
 * @returns whether there was one
 */
export function blankXmp(bytes: Uint8Array): boolean {
  for (let pass = 0; pass < MOST_PASSES; pass++) if (!blankOnce(bytes)) return pass > 0;
  bytes.fill(0x20);
  return true;
}

function blankOnce(bytes: Uint8Array): boolean {
  const text = latin1Of(bytes);
  if (/^(\xfe\xff|\xff\xfe|\0|<\0)/.test(text)) return blankWide(bytes, text);
  let isChanged = false;
  PLACE.lastIndex = 0;
  for (let match = PLACE.exec(text); match; match = PLACE.exec(text)) {
    const nameFrom = match.index + 1;
    const isElement = text[match.index] === '<';
    const to = isElement ? endOfElement(text, nameFrom, match[1] ?? '') : endOfAttribute(text, nameFrom + (match[1] ?? '').length);
    if (to === null) continue;
    bytes.fill(0x20, isElement ? match.index : nameFrom, to);
    isChanged = true;
    // What ends one may be what the next begins behind.
    PLACE.lastIndex = to - 1;
  }
  return isChanged;
}

/** Packets of two or four bytes a character are rare enough to go as a whole. */
function blankWide(bytes: Uint8Array, text: string): boolean {
  if (text.replaceAll('\0', '').search(PLACE) < 0) return false;
  bytes.fill(0x20);
  return true;
}

/** Null when this is a word, not an attribute. One that is never closed goes up to the end: rather too much than a place left. */
function endOfAttribute(text: string, from: number): number | null {
  const [, quote = ''] = /^\s{0,99}=\s{0,99}(["'])/.exec(text.slice(from, from + 200)) ?? [];
  if (!quote) return null;
  const end = text.indexOf(quote, text.indexOf(quote, from) + 1);
  return end < 0 ? text.length : end + 1;
}

function endOfElement(text: string, nameFrom: number, name: string): number {
  const tagEnd = endOfTag(text, nameFrom);
  if (text[tagEnd - 2] === '/') return tagEnd;
  const closing = text.indexOf(`</${name}`, tagEnd);
  return closing < 0 ? text.length : endOfTag(text, closing);
}

/** Behind the `>` that ends a tag; one inside a value does not. */
function endOfTag(text: string, from: number): number {
  const ends = /["'>]/g;
  ends.lastIndex = from;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    if (match[0] === '>') return match.index + 1;
    const closing = text.indexOf(match[0], match.index + 1);
    if (closing < 0) return text.length;
    ends.lastIndex = closing + 1;
  }
  return text.length;
}
