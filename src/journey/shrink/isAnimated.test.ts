import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isAnimated } from './isAnimated.js';

const media = (name: string): Blob => new Blob([readFileSync(new URL(`../../../fixtures/media/${name}`, import.meta.url))]);
const brands = (...words: string[]): Blob => new Blob([Uint8Array.of(0, 0, 0, 8 + 4 * words.length), 'ftyp', ...words, 'more']);

describe('isAnimated', () => {
  it.each([
    ['anim.gif', 'gif', true],
    ['anim.png', 'png', true],
    ['anim.webp', 'webp', true],
    ['a.png', 'png', false],
    ['still.webp', 'webp', false],
    ['still.avif', 'avif', false],
    ['photo.jpg', 'jpeg', false],
    ['corrupt.png', 'png', false],
  ] as const)('%s as %s: %s', async (name, format, expected) => {
    expect(await isAnimated(media(name), format)).toBe(expected);
  });

  it('takes a GIF of one frame for a still, whatever it loops', async () => {
    const gif = await sharp(Buffer.from(await media('a.png').arrayBuffer()))
      .gif({ loop: 0 })
      .toBuffer();
    expect(await isAnimated(new Blob([gif]), 'gif')).toBe(false);
  });

  it('knows an image sequence by its brand', async () => {
    expect(await isAnimated(brands('avis', '\0\0\0\0', 'msf1'), 'avif')).toBe(true);
    expect(await isAnimated(brands('mif1', '\0\0\0\0', 'avif', 'avis'), 'avif')).toBe(true);
    expect(await isAnimated(brands('avif', '\0\0\0\0', 'mif1'), 'avif')).toBe(false);
  });

  it('comes to an end on any bytes', async () => {
    const heads = fc.constantFrom('', 'GIF89a\x01\0\x01\0\xf7\0\0', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBPVP8X', '\0\0\0\x20ftyp');
    await fc.assert(
      fc.asyncProperty(
        heads,
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('gif', 'png', 'webp', 'avif'),
        async (head, bytes, format) => {
          expect(typeof (await isAnimated(new Blob([Buffer.from(head, 'latin1'), bytes]), format))).toBe('boolean');
        },
      ),
    );
  });
});
