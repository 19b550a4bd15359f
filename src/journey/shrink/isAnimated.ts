import type { MediaFormat } from '../../shared/mediaFormat.js';

/** Whether a picture moves, by its bytes: re-drawing it would leave one frame. Never throws on foreign bytes; rejects when the file cannot be read. */
export async function isAnimated(file: Blob, format: MediaFormat | 'heic'): Promise<boolean> {
  switch (format) {
    case 'gif':
      return hasTwoGifFrames(await bytesOf(file, file.size));
    case 'png':
      return hasAnimationChunk(file);
    case 'webp':
      return isAnimatedWebp(await bytesOf(file, 21));
    case 'avif':
      return hasSequenceBrand(await bytesOf(file, 512));
    default:
      return false;
  }
}

const bytesOf = async (file: Blob, byteCount: number, from = 0): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(from, from + byteCount).arrayBuffer());
const text = (bytes: Uint8Array, from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
const uint32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

/** `acTL` stands before the first `IDAT`. Source: the PNG specification, third edition. */
async function hasAnimationChunk(file: Blob): Promise<boolean> {
  for (let at = 8; at + 8 <= file.size;) {
    const head = await bytesOf(file, 8, at);
    if (head.length < 8 || text(head, 4) === 'IDAT') return false;
    if (text(head, 4) === 'acTL') return true;
    at += 12 + uint32(head, 0);
  }
  return false;
}

/** The animation flag of the extended header. Source: the WebP container specification. */
const isAnimatedWebp = (bytes: Uint8Array): boolean => text(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;

function hasSequenceBrand(bytes: Uint8Array): boolean {
  if (bytes.length < 12 || text(bytes, 4) !== 'ftyp') return false;
  const end = Math.min(bytes.length, uint32(bytes, 0));
  for (let at = 8; at + 4 <= end; at += 4) if (text(bytes, at) === 'avis') return true;
  return false;
}

/** Source: GIF89a, where blocks begin with 0x21 (extension), 0x2c (image) or 0x3b (end). */
function hasTwoGifFrames(bytes: Uint8Array): boolean {
  const colourTableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let frames = 0;
  let at = 13 + colourTableBytes(bytes[10] ?? 0);
  while (at < bytes.length) {
    if (bytes[at] === 0x2c) {
      frames += 1;
      if (frames === 2) return true;
      at = afterSubBlocks(bytes, at + 11 + colourTableBytes(bytes[at + 9] ?? 0));
    } else if (bytes[at] === 0x21) at = afterSubBlocks(bytes, at + 2);
    else return false;
  }
  return false;
}

/** Each sub-block begins with its length; one of length 0 ends them. */
function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}
