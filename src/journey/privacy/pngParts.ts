import { blankPngText } from './blankPngText.js';
import { blankTiff } from './blankTiff.js';
import { type ByteReader, isText, latin1Of } from './byteReader.js';
import type { Patch } from './patchBlob.js';

/** More than encoders write for the largest picture; a file of nothing but heads shall not keep a phone busy. */
const MAX_CHUNKS = 200_000;
const TEXT_CHUNKS: readonly string[] = ['tEXt', 'zTXt', 'iTXt'];

/** Patches for the eXIf chunk and the texts; null when this is no PNG. Source: the PNG specification, third edition. */
export async function patchesOfPng(reader: ByteReader): Promise<Patch[] | null> {
  if (!isText(await reader.read(0, 8), 0, '\x89PNG\r\n\x1a\n')) return null;
  const patches: Patch[] = [];
  let at = 8;
  for (let count = 0; at + 12 <= reader.size; count++) {
    if (count === MAX_CHUNKS) return null;
    const head = await reader.read(at, 8);
    const name = latin1Of(head.subarray(4));
    const to = at + 12 + new DataView(head.buffer, head.byteOffset).getUint32(0);
    if ((name === 'eXIf' || TEXT_CHUNKS.includes(name)) && to <= reader.size) {
      const bytes = await cleanChunk(name, new Uint8Array(await reader.read(at + 8, to - at - 12)));
      if (bytes) patches.push({ from: at, to, bytes });
    }
    at = to;
  }
  return patches;
}

/** The chunk anew, empty when it has to go; null when it has no location. */
async function cleanChunk(name: string, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (name === 'eXIf') return blankTiff(data) ? toChunk(name, data) : null;
  const cleaned = await blankPngText(name, data);
  if (!cleaned) return null;
  return cleaned.length === 0 ? cleaned : toChunk(name, cleaned);
}

function toChunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = name.charCodeAt(i);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** Source: the PNG specification, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
