import { SNIFF_BYTES } from './sniffFormat.js';

/**
 * The first bytes of several files, in their order; null for one that the browser cannot read: a folder posing as a file, or one that is gone by now.
 * Read as one blob made of slices, because thousands of single reads are what makes adding slow; if that fails, one by one.
 */
export async function readHeads(files: readonly Blob[]): Promise<readonly (Uint8Array | null)[]> {
  const heads = files.map((file) => file.slice(0, SNIFF_BYTES));
  const all = await bytesOf(new Blob(heads));
  const expected = heads.reduce((sum, { size }) => sum + size, 0);
  if (all?.length !== expected) return Promise.all(heads.map(bytesOf));
  let at = 0;
  return heads.map(({ size }) => all.subarray(at, (at += size)));
}

async function bytesOf(blob: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
