import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from './testing/startServer.js';
import { readFixture, refusal, store } from './testing/upload.js';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ hasFaults: false });
});
afterAll(() => server.close());

const bytesAt = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());
const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
const EVERY_BYTE = [
  'a.png',
  'anim.gif',
  'anim.png',
  'anim.webp',
  'clip.mov',
  'clip.mp4',
  'clip.webm',
  'noext',
  'noorient.jpg',
  'photo-norot.jpg',
  'plain.jpg',
  'still.avif',
  'still.webp',
  'ünï cødé.png',
];

describe('an original', () => {
  it.each(EVERY_BYTE)('is stored byte for byte: %s', async (file) => {
    const image = await store(server, { file });
    const stored = await bytesAt(image.url);
    expect(stored.equals(readFixture(file))).toBe(true);
    expect(image).toMatchObject({ md5: md5Of(stored), size: stored.length, source_md5: null });
    expect(image.ratio).toBeCloseTo(image.width / image.height);
  });

  it('that is a BMP is stored as the PNG of the same pixels', async () => {
    const image = await store(server, { file: 'pic.bmp' });
    const stored = await bytesAt(image.url);
    expect(image).toMatchObject({ extension: 'png', mime: 'image/png', size: stored.length, md5: md5Of(stored) });
    const { data, info } = await sharp(stored).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const bmp = readFixture('pic.bmp');
    const [width, height, pixels] = [bmp.readInt32LE(18), Math.abs(bmp.readInt32LE(22)), bmp.readUInt32LE(10)];
    expect(info).toMatchObject({ width, height });
    // A BMP starts at the bottom left, with blue first.
    const lastRow = (height - 1) * width * 3;
    expect([data[lastRow + 2], data[lastRow + 1], data[lastRow]]).toEqual([bmp[pixels], bmp[pixels + 1], bmp[pixels + 2]]);
  });

  it('that lies on its side is stored upright, with its metadata and without the tag', async () => {
    const image = await store(server, { file: 'photo.jpg' });
    const stored = await bytesAt(image.url);
    const before = await sharp(readFixture('photo.jpg')).metadata();
    const after = await sharp(stored).metadata();
    expect(before.orientation).toBe(6);
    expect(after.orientation ?? 1).toBe(1);
    expect([image.width, image.height]).toEqual([before.height, before.width]);
    expect([after.width, after.height]).toEqual([image.width, image.height]);
    expect(after.exif?.includes('TestCam')).toBe(true);
    expect(image).toMatchObject({ md5: md5Of(stored), size: stored.length });
  });

  it('is made narrower on request, and its own checksum is told', async () => {
    const image = await store(server, { file: 'photo-norot.jpg', fields: { width: '320' } });
    expect(image).toMatchObject({ width: 320, height: 180, source_md5: md5Of(readFixture('photo-norot.jpg')) });
    expect(await sharp(await bytesAt(image.url)).metadata()).toMatchObject({ width: 320, height: 180 });
  });

  it.each([
    ['anim.gif', 1],
    ['clip.mp4', 0],
  ])('that moves keeps its width: %s', async (file, isAnimated) => {
    const image = await store(server, { file, fields: { width: '50' } });
    expect(image.width).toBeGreaterThan(50);
    expect(image.is_animated).toBe(isAnimated);
    expect((await bytesAt(image.url)).equals(readFixture(file))).toBe(true);
  });
});

describe('what is told of a file', () => {
  it.each([
    ['anim.gif', 1],
    ['anim.png', 1],
    ['anim.webp', 1],
    ['a.png', 0],
    ['still.webp', 0],
  ])('says whether it moves: %s', async (file, isAnimated) => {
    expect((await store(server, { file })).is_animated).toBe(isAnimated);
  });

  it.each(['clip.mov', 'clip.mp4', 'clip.webm'])('says how long a video is and shows a still of it: %s', async (file) => {
    const image = await store(server, { file });
    expect(image).toMatchObject({ type: 'video', duration: 5 });
    const still = await sharp(await bytesAt(image.url_frame)).metadata();
    expect(still).toMatchObject({ format: 'jpeg', width: image.width, height: image.height });
  });

  it('comes from its metadata, and the camera is a tag', async () => {
    const image = await store(server, { file: 'photo.jpg' });
    expect(image).toMatchObject({ title: 'Exif title', description: 'An Exif description', tags_string: 'TestCam TC-1' });
  });

  it('is what the sender says rather than what the metadata says', async () => {
    const image = await store(server, { file: 'photo.jpg', fields: { title: 'Mine', description: 'Said', tags: 'sea, sun set' } });
    expect(image).toMatchObject({ title: 'Mine', description: 'Said', tags_string: 'sea, sun set' });
  });

  it('is dated by the camera where the administrator asks for it', async () => {
    const image = await store(server, { file: 'photo.jpg', fields: { use_file_date: '1' } });
    expect(image.date_gmt.slice(0, 8)).toBe('2024-05-');
    expect(image.url).toContain('/images/2024/05/');
  });

  it('has addresses that lead to pictures of the size they are said to have', async () => {
    const image = await store(server, { file: 'plain.jpg' });
    const thumb = await bytesAt(image.thumb.url);
    expect(thumb.length).toBe(image.thumb.size);
    expect(await sharp(thumb).metadata()).toMatchObject({ width: 160, height: 160 });
    expect(await sharp(await bytesAt(image.medium.url ?? '')).metadata()).toMatchObject({ width: 500 });
  });

  it('makes an address out of a name that could be none', async () => {
    const fileName = '../..\\ünï cødé & <x>.png';
    const image = await store(server, { fileName });
    expect(new URL(image.url).pathname).toMatch(/^\/images\/\d{4}\/\d{2}\/\d{2}\/uni-code--x[\da-f]*\.png$/);
    expect((await bytesAt(image.url)).equals(readFixture('a.png'))).toBe(true);
  });
});

describe('what is no picture and no video', () => {
  it.each([
    ['pic.heic', 610],
    ['pic.svg', 610],
    ['doc.pdf', 610],
    ['tone.mp3', 610],
    ['pic.tiff', 613],
    ['note.txt', 0],
    ['fake.png', 0],
    ['zero.png', 0],
    ['corrupt.png', 0],
  ])('is refused: %s', async (file, code) => {
    expect(await refusal(server, { file })).toMatchObject({ status: 400, code });
  });

  it('is refused in the words of the API alone, without a path of the server', async () => {
    for (const file of ['corrupt.png', 'note.txt', 'pic.tiff', 'zero.png']) {
      const { message } = await refusal(server, { file });
      expect(message).not.toMatch(/\/|\\|sqlite|select|node_modules|at .*\.ts/i);
    }
  });
});
