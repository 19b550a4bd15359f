import { readFileSync } from 'node:fs';
import exifr from 'exifr';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpegHead } from './readJpegHead.js';
import { withExif } from './testing/withExif.js';

const read = (name: string): Uint8Array => readFileSync(new URL(`../../../fixtures/media/${name}`, import.meta.url));

/** No pixels: beginning, one table, start of frame. */
const head = (widthPx: number, heightPx: number): Uint8Array =>
  Uint8Array.of(0xff, 0xd8, 0xff, 0xc4, 0, 4, 1, 2, 0xff, 0xc2, 0, 9, 8, heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255, 1, 0);

const side = fc.integer({ min: 1, max: 65_535 });
const photo = fc.record({
  widthPx: side,
  heightPx: side,
  orientation: fc.integer({ min: 1, max: 8 }),
  thumbnail: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  isLittle: fc.boolean(),
});

describe('readJpegHead', () => {
  it.each([
    ['photo.jpg', { widthPx: 1280, heightPx: 720, orientation: 6 }],
    ['photo-norot.jpg', { widthPx: 1280, heightPx: 720, orientation: 1 }],
    ['noorient.jpg', { widthPx: 1280, heightPx: 720, orientation: 1 }],
    ['plain.jpg', { widthPx: 1280, heightPx: 720, orientation: 1, thumbnail: null }],
  ])('reads size and orientation of %s', (name, expected) => {
    expect(readJpegHead(read(name))).toMatchObject(expected);
  });

  it.each(['a.png', 'pic.tiff', 'pic.heic', 'zero.png', 'note.txt'])('says nothing of %s, which is no JPEG', (name) => {
    expect(readJpegHead(read(name))).toBe(null);
  });

  it('finds the thumbnail that a large reader of Exif finds', async () => {
    const jpeg = withExif(read('plain.jpg'), { orientation: 8, thumbnail: read('plain.jpg').subarray(0, 5_000), isLittle: true });
    const { from, to } = readJpegHead(jpeg)!.thumbnail!;
    expect(Buffer.from(jpeg.subarray(from, to))).toEqual(Buffer.from((await exifr.thumbnail(jpeg))!));
  });

  it('finds what a camera wrote, in both byte orders and for all sizes', () => {
    fc.assert(
      fc.property(photo, ({ widthPx, heightPx, ...exif }) => {
        const jpeg = withExif(head(widthPx, heightPx), exif);
        const found = readJpegHead(jpeg);
        expect(found).toMatchObject({ widthPx, heightPx, orientation: exif.orientation });
        const { from, to } = found!.thumbnail!;
        expect(jpeg.slice(from, to)).toEqual(exif.thumbnail);
      }),
    );
  });

  it('takes any bytes, also damaged photos, and never points outside of them', () => {
    const damaged = fc
      .tuple(photo, fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 }), fc.nat(400))
      .map(([{ widthPx, heightPx, ...exif }, changes, length]) => {
        const bytes = withExif(head(widthPx, heightPx), exif).slice(0, length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        return bytes;
      });
    const beginning = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.of(0xff, 0xd8, ...bytes));
    fc.assert(
      fc.property(fc.oneof(damaged, beginning, fc.uint8Array()), (bytes) => {
        const found = readJpegHead(bytes);
        if (!found) return;
        expect(found.orientation).toSatisfy((value: number) => value >= 1 && value <= 8);
        expect(Math.min(found.widthPx, found.heightPx)).toBeGreaterThan(0);
        if (!found.thumbnail) return;
        expect(found.thumbnail.from).toBeGreaterThan(0);
        expect(found.thumbnail.to).toBeGreaterThan(found.thumbnail.from);
        expect(found.thumbnail.to).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says nothing while the size stands behind what was read', () => {
    const whole = withExif(head(40, 30), { orientation: 6 });
    for (let length = 0; length < whole.length - 2; length++) expect(readJpegHead(whole.subarray(0, length))).toBe(null);
    expect(readJpegHead(whole)).toMatchObject({ widthPx: 40, heightPx: 30 });
  });
});
