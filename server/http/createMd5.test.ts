import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMd5 } from './createMd5.js';

const SMALL = 0;
const LARGE = 1_000_000_000;

describe.each([
  ['where it comes in', SMALL],
  ['in a thread', LARGE],
])('the checksum %s', (_, expectedBytes) => {
  it('is that of all chunks in their order', async () => {
    const chunks = Array.from({ length: 300 }, (__, at) => randomBytes(at * 200));
    const md5 = createMd5(expectedBytes);
    for (const chunk of chunks) await md5.update(chunk);
    expect(await md5.digest()).toBe(createHash('md5').update(Buffer.concat(chunks)).digest('hex'));
  });

  it('is each its own where several stream by at once', async () => {
    const many = ['a', 'b', 'c'].map((text) => ({ text, md5: createMd5(expectedBytes) }));
    for (let count = 0; count < 50; count += 1) for (const { text, md5 } of many) await md5.update(Buffer.alloc(300_000, text));
    for (const { text, md5 } of many) {
      expect(await md5.digest()).toBe(createHash('md5').update(Buffer.alloc(15_000_000, text)).digest('hex'));
    }
  });

  it('leaves the chunks as they are', async () => {
    const chunk = Buffer.from('untouched');
    const md5 = createMd5(expectedBytes);
    await md5.update(chunk);
    await md5.digest();
    expect(chunk.toString()).toBe('untouched');
  });
});
