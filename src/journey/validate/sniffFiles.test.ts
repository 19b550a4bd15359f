import { describe, expect, it } from 'vitest';
import { sniffFiles } from './sniffFiles.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** As the browser gives a folder that poses as a file: it has a size, and reading it fails. */
class Unreadable extends Blob {
  constructor(sizeBytes: number) {
    super(['x'.repeat(sizeBytes)]);
  }
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream({ pull: (controller) => controller.error(new DOMException('gone', 'NotFoundError')) });
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('gone', 'NotFoundError'));
  }
}

describe('sniffFiles', () => {
  it('judges each file by its own first bytes, in order', async () => {
    const files = [new Blob(['a'.repeat(2_000)]), new Blob([PNG, 'x'.repeat(90_000)]), new Blob([]), new Blob(['GIF89a']), new Blob([PNG])];
    expect(await sniffFiles(files)).toEqual([null, { format: 'png' }, null, { format: 'gif' }, { format: 'png' }]);
  });

  it('says which one cannot be read, and judges the others', async () => {
    const large = await sniffFiles([new Blob([PNG]), new Unreadable(50_000), new Blob(['GIF89a'])]);
    expect(large).toEqual([{ format: 'png' }, 'unreadable', { format: 'gif' }]);
  });

  it('judges each alone where together they cannot be read', async () => {
    // A blob made of one that cannot be read cannot be read either; that of Node can, so it is made to lose a byte.
    const shrunk = Object.defineProperty(new Blob(['GIF89a']), 'size', { value: 7 });
    expect(await sniffFiles([new Blob([PNG]), shrunk])).toEqual([{ format: 'png' }, { format: 'gif' }]);
  });
});
