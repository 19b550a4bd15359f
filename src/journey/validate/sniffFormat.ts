import type { MediaFormat } from '../../shared/mediaFormat.js';

/** What the first bytes say. `other` names a format that no host takes, in capitals; null: nothing known begins like this. */
export type Sniffed = { readonly format: MediaFormat } | { readonly other: string } | null;

/** How many first bytes are enough. The `ftyp` box with its brands and the EBML head are well inside. */
export const SNIFF_BYTES = 512;

const text = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));
const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

/** JPEG by any fourth byte: cameras write more APP markers than lists know. Signatures as registered with IANA or in the formats' own specifications. */
export function sniffFormat(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return { format: 'jpeg' };
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { format: 'png' };
  if (/^GIF8[79]a/.test(text(bytes, 0, 6))) return { format: 'gif' };
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return { format: 'webp' };
  if (text(bytes, 0, 2) === 'BM' && bytes.length >= 14 && isBmpHead(bytes)) return { format: 'bmp' };
  if (text(bytes, 4, 4) === 'ftyp' && bytes.length >= 12) return sniffBrands(bytes);
  if (startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3)) return sniffEbml(bytes);
  if (isOldQuickTime(bytes)) return { format: 'mov' };
  return sniffOther(bytes);
}

/** Two letters alone are too common: the reserved words of the head are zero. Source: BITMAPFILEHEADER. */
const isBmpHead = (bytes: Uint8Array): boolean => startsWith(bytes.subarray(6), 0, 0, 0, 0);

/** QuickTime files from before the ftyp box begin with one of these, behind its length. Text like "Get free …" has letters there. Source: QuickTime File Format. */
const isOldQuickTime = (bytes: Uint8Array): boolean => (bytes[0] ?? 0) < 0x20 && /^(moov|mdat|wide|free|skip)$/.test(text(bytes, 4, 4));

/** ISO base media files say by their brands what they are: the major one first, then all compatible ones. Source: ISO/IEC 14496-12. */
function sniffBrands(bytes: Uint8Array): Sniffed {
  const boxBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const end = Math.min(bytes.length, Math.max(16, boxBytes));
  const brands = [text(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(bytes, at, 4));
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return { format: 'avif' };
  if (brands.some((brand) => /^he(i[cmsx]|v[cmsx])$/.test(brand))) return { other: 'HEIC' };
  if (brands[0] === 'qt  ') return { format: 'mov' };
  if (/^M4[AB] $/.test(brands[0] ?? '')) return { other: 'M4A' };
  if (brands[0] === 'crx ') return { other: 'CR3' };
  if (/^(mif1|msf1)$/.test(brands[0] ?? '')) return { other: 'HEIF' };
  return { format: 'mp4' };
}

/** WEBM is Matroska with its own document type. Source: the WebM container guidelines. */
function sniffEbml(bytes: Uint8Array): Sniffed {
  const head = text(bytes, 0, Math.min(bytes.length, 64));
  if (head.includes('webm')) return { format: 'webm' };
  return { other: 'MKV' };
}

function sniffOther(bytes: Uint8Array): Sniffed {
  if (text(bytes, 0, 4) === '%PDF') return { other: 'PDF' };
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a)) return { other: 'TIFF' };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return { other: 'ZIP' };
  if (text(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return { other: 'MP3' };
  if (/^\s*<(\?xml[^]*<svg|svg|!DOCTYPE svg)/i.test(text(bytes, 0, bytes.length))) return { other: 'SVG' };
  return null;
}
