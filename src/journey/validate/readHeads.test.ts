import { describe, expect, it } from 'vitest';
import { readHeads } from './readHeads.js';
import { SNIFF_BYTES } from './sniffFormat.js';

/** As the browser gives a folder that poses as a file: it has a size, and reading it fails. */
class Unreadable extends Blob {
  override slice(): Blob {
    const blob = new Blob(['x']);
    blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    return Object.defineProperty(blob, 'size', { value: 4096 });
  }
}

describe('readHeads', () => {
  it('gives each file its own first bytes, in order', async () => {
    const files = [new Blob(['a'.repeat(2_000)]), new Blob([]), new Blob(['bc'])];
    const heads = await readHeads(files);
    expect(heads.map((head) => head?.length)).toEqual([SNIFF_BYTES, 0, 2]);
    expect(new TextDecoder().decode(heads[2]!)).toBe('bc');
  });

  it('is null for the one that cannot be read, and reads the others', async () => {
    const heads = await readHeads([new Blob(['a']), new Unreadable(), new Blob(['b'])]);
    expect(heads.map((head) => head && new TextDecoder().decode(head))).toEqual(['a', null, 'b']);
  });
});
