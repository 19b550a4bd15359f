import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMd5, type Md5 } from './createMd5.js';

const SMALL = 0;
const LARGE = 1_000_000_000;

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dropline-md5-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file that chunks are written into, and its checksum. */
function openFile(expectedBytes: number) {
  const path = join(folder, String(++files));
  let writtenBytes = 0;
  const md5: Md5 = createMd5({ path, expectedBytes, writtenBytes: () => writtenBytes });
  const write = async (chunk: Buffer): Promise<void> => {
    md5.update(chunk);
    await appendFile(path, chunk);
    writtenBytes += chunk.length;
  };
  return { md5, path, write, claim: (bytes: number) => (writtenBytes += bytes) };
}

const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

describe.each([
  ['where it comes in', SMALL],
  ['in a thread', LARGE],
])('the checksum %s', (_, expectedBytes) => {
  it('is that of all chunks in their order', async () => {
    const chunks = Array.from({ length: 300 }, (__, at) => randomBytes(at * 200));
    const { md5, write } = openFile(expectedBytes);
    for (const chunk of chunks) await write(chunk);
    expect(await md5.digest()).toBe(md5Of(Buffer.concat(chunks)));
  });

  it('is each its own where several stream by at once', async () => {
    const many = ['a', 'b', 'c'].map((text) => ({ text, ...openFile(expectedBytes) }));
    for (let count = 0; count < 50; count += 1) for (const { text, write } of many) await write(Buffer.alloc(300_000, text));
    for (const { text, md5 } of many) expect(await md5.digest()).toBe(md5Of(Buffer.alloc(15_000_000, text)));
  });
});

describe('a file that is hashed in a thread', () => {
  it('that cannot be read fails, and no other one does', async () => {
    const good = openFile(LARGE);
    const short = openFile(LARGE);
    const none = openFile(LARGE);
    await good.write(Buffer.alloc(3_000_000));
    await short.write(Buffer.alloc(3_000_000));
    short.claim(1);
    await expect(short.md5.digest()).rejects.toThrow('only 3000000 of 3000001 bytes are there');
    await expect(none.md5.digest()).rejects.toThrow('ENOENT');
    expect(await good.md5.digest()).toBe(md5Of(Buffer.alloc(3_000_000)));
  });

  it('that nobody wants any more is let go of', async () => {
    const dropped = openFile(LARGE);
    for (let count = 0; count < 3; count += 1) await dropped.write(Buffer.alloc(3_000_000));
    dropped.md5.drop();
    await rm(dropped.path);
    const next = openFile(LARGE);
    await next.write(Buffer.from('next'));
    expect(await next.md5.digest()).toBe(md5Of(Buffer.from('next')));
  });
});
