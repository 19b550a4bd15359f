import { SNIFF_BYTES, sniffFormat, type Sniffed } from './sniffFormat.js';

/** What a file's first bytes say; `unreadable` where the browser cannot read it: a folder posing as a file, or one that is gone by now. */
export type FileSniffed = Sniffed | 'unreadable';

/**
 * What the first bytes of several files say, in their order. Read as one blob made of slices, because thousands of single reads are what makes adding slow; if
 * that fails, one by one. Never rejects.
 */
export async function sniffFiles(files: readonly Blob[]): Promise<readonly FileSniffed[]> {
  const heads = files.map((file) => file.slice(0, SNIFF_BYTES));
  const all = await bytesOf(new Blob(heads));
  const expected = heads.reduce((sum, { size }) => sum + size, 0);
  if (all?.length !== expected) return Promise.all(heads.map(async (head) => sniff(await bytesOf(head))));
  let at = 0;
  return heads.map(({ size }) => sniff(all.subarray(at, (at += size))));
}

const sniff = (head: Uint8Array | null): FileSniffed => (head ? sniffFormat(head) : 'unreadable');

async function bytesOf(blob: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
