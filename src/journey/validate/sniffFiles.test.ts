import { describe, expect, it } from 'vitest';
import { sniffFiles } from './sniffFiles.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** As the browser gives a folder that poses as a file: it has a size, and reading it fails. */
class Unreadable extends Blob {
  override slice(): Blob {
    const blob = new Blob(['x']);
    blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    return Object.defineProperty(blob, 'size', { value: 4096 });
  }
}

describe('sniffFiles', () => {
  it('judges each file by its own first bytes, in order', async () => {
    const files = [new Blob(['a'.repeat(2_000)]), new Blob([PNG, 'x'.repeat(600)]), new Blob([]), new Blob(['GIF89a'])];
    expect(await sniffFiles(files)).toEqual([null, { format: 'png' }, null, { format: 'gif' }]);
  });

  it('says which one cannot be read, and judges the others', async () => {
    expect(await sniffFiles([new Blob([PNG]), new Unreadable(), new Blob(['GIF89a'])])).toEqual([
      { format: 'png' },
      'unreadable',
      { format: 'gif' },
    ]);
  });
});
