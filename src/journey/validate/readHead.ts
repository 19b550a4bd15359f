import { SNIFF_BYTES } from './sniffFormat.js';

/** A file's first bytes; null when the browser cannot read it: a folder posing as a file, or one that is gone by now. */
export async function readHead(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  } catch {
    return null;
  }
}
