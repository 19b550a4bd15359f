import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMediaFacts } from './readMediaFacts.js';

const media = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/media/${name}`, import.meta.url)));

describe('readMediaFacts', () => {
  it.each([
    ['a.png', 'png', 64, 48],
    ['anim.png', 'png', 100, 80],
    ['anim.gif', 'gif', 100, 80],
    ['still.webp', 'webp', 200, 150],
    ['anim.webp', 'webp', 200, 150],
    ['still.avif', 'avif', 200, 150],
    ['pic.bmp', 'bmp', 120, 90],
    ['photo.jpg', 'jpeg', 1280, 720],
    ['trunc.jpg', 'jpeg', 1280, 720],
  ] as const)('tells how large %s is, as it is stored', async (name, format, widthPx, heightPx) => {
    expect(await readMediaFacts(new Blob([media(name)]), format)).toEqual({ widthPx, heightPx, durationSeconds: 0 });
  });

  it.each(['zero.png', 'note.txt', 'doc.pdf'])('tells nothing of %s', async (name) => {
    expect(await readMediaFacts(new Blob([media(name)]), 'png')).toBeNull();
  });

  it('takes any bytes after the beginning of a picture', async () => {
    const beginning = fc
      .constantFrom('a.png', 'anim.gif', 'anim.webp', 'still.avif', 'photo.jpg', 'pic.bmp')
      .map((name) => media(name).subarray(0, 40));
    const damaged = fc.tuple(beginning, fc.uint8Array({ maxLength: 60 }), fc.nat(40));
    await fc.assert(
      fc.asyncProperty(damaged, fc.constantFrom('png', 'gif', 'webp', 'avif', 'jpeg', 'bmp'), async ([first, rest, keep], format) => {
        const facts = await readMediaFacts(new Blob([first.slice(0, keep), Uint8Array.from(rest)]), format);
        expect(facts === null || (facts.widthPx >= 0 && facts.heightPx >= 0)).toBe(true);
      }),
    );
  });
});
