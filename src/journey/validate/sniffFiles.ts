import { SNIFF_BYTES, sniffFormat, type Sniffed } from './sniffFormat.js';

/** What a file's first bytes say; `unreadable` where the browser cannot read it: a folder posing as a file, or one that is gone by now. */
export type FileSniffed = Sniffed | 'unreadable';

/** Up to here it is cheaper to read all of a file with its neighbours than the beginning of it alone. */
const SMALL_BYTES = 16_384;

/**
 * What the first bytes of several files say, in their order. A slice of a file is a new file to the browser's own process, and thousands of those are what makes
 * adding slow: so small files are read together, and of the others the first piece of their stream. Never rejects.
 */
export async function sniffFiles(files: readonly Blob[]): Promise<readonly FileSniffed[]> {
  const small = files.filter(({ size }) => size <= SMALL_BYTES);
  const all = await bytesOf(new Blob([...small]));
  const together = all?.length === small.reduce((sum, { size }) => sum + size, 0) ? all : null;
  let at = 0;
  return Promise.all(
    files.map(async (file) => {
      if (file.size > SMALL_BYTES || !together) return sniff(await beginningOf(file));
      return sniff(together.subarray(at, (at += file.size)));
    }),
  );
}

const sniff = (head: Uint8Array | null): FileSniffed => (head ? sniffFormat(head.subarray(0, SNIFF_BYTES)) : 'unreadable');

/** The first piece of a file's stream; a browser gives tens of kilobytes at a time. */
async function beginningOf(file: Blob): Promise<Uint8Array | null> {
  try {
    const reader = file.stream().getReader();
    const { value = new Uint8Array() } = await reader.read();
    await reader.cancel();
    return value.length >= Math.min(SNIFF_BYTES, file.size) ? value : await bytesOf(file.slice(0, SNIFF_BYTES));
  } catch {
    return null;
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
