import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEDIA_FORMATS } from '../../shared/mediaFormat.js';
import { SNIFF_BYTES, sniffFormat } from './sniffFormat.js';

const head = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/media/${name}`, import.meta.url))).subarray(0, SNIFF_BYTES);
const brands = (...names: string[]): Uint8Array => {
  const bytes = new Uint8Array(8 + 8 + 4 * (names.length - 1));
  new DataView(bytes.buffer).setUint32(0, bytes.length);
  const put = (at: number, word: string) => bytes.set(new TextEncoder().encode(word), at);
  put(4, 'ftyp');
  put(8, names[0] ?? '');
  names.slice(1).forEach((name, i) => put(16 + 4 * i, name));
  return bytes;
};

describe('sniffFormat', () => {
  it.each([
    ['photo.jpg', 'jpeg'],
    ['a.png', 'png'],
    ['anim.png', 'png'],
    ['noext', 'png'],
    ['ünï cødé.png', 'png'],
    ['anim.gif', 'gif'],
    ['anim.webp', 'webp'],
    ['still.webp', 'webp'],
    ['still.avif', 'avif'],
    ['pic.bmp', 'bmp'],
    ['clip.mp4', 'mp4'],
    ['clip.mov', 'mov'],
    ['clip.webm', 'webm'],
  ])('knows %s as %s', (name, format) => {
    expect(sniffFormat(head(name))).toEqual({ format });
  });

  it.each([
    ['pic.heic', 'HEIC'],
    ['pic.tiff', 'TIFF'],
    ['pic.svg', 'SVG'],
    ['doc.pdf', 'PDF'],
    ['tone.mp3', 'MP3'],
  ])('names %s as %s', (name, other) => {
    expect(sniffFormat(head(name))).toEqual({ other });
  });

  it.each(['Get free tickets for all', 'The wide world of birds', 'Now skip this and go on'])('takes no text for a film: %s', (words) => {
    expect(sniffFormat(new TextEncoder().encode(words))).toBeNull();
  });

  it('knows a QuickTime film from before the ftyp box', () => {
    expect(sniffFormat(Uint8Array.of(0, 0, 0, 8, ...new TextEncoder().encode('wide')))).toEqual({ format: 'mov' });
  });

  it.each(['note.txt', 'fake.png', 'zero.png'])('knows nothing of %s', (name) => {
    expect(sniffFormat(head(name))).toBeNull();
  });

  it('takes a JPEG with any fourth byte', () => {
    for (let fourth = 0; fourth < 256; fourth++) expect(sniffFormat(Uint8Array.of(0xff, 0xd8, 0xff, fourth))).toEqual({ format: 'jpeg' });
  });

  it('finds AVIF among the compatible brands', () => {
    expect(sniffFormat(brands('mif1', 'miaf', 'avif'))).toEqual({ format: 'avif' });
    expect(sniffFormat(brands('mif1', 'heic'))).toEqual({ other: 'HEIC' });
    expect(sniffFormat(brands('crx ', 'crx ', 'isom'))).toEqual({ other: 'CR3' });
    expect(sniffFormat(brands('isom', 'mp42'))).toEqual({ format: 'mp4' });
  });

  it('gives a verdict on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: SNIFF_BYTES }), (bytes) => {
        const sniffed = sniffFormat(bytes);
        expect(sniffed === null || 'other' in sniffed || MEDIA_FORMATS.includes(sniffed.format)).toBe(true);
      }),
    );
  });

  it('gives a verdict on any bytes after a known beginning', () => {
    const beginnings = ['ftyp', 'moov'].map((word) => [0, 0, 0, 20, ...new TextEncoder().encode(word)]).concat([[0x1a, 0x45, 0xdf, 0xa3]]);
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 100 }), (beginning, rest) => {
        expect(() => sniffFormat(Uint8Array.from([...beginning, ...rest]))).not.toThrow();
      }),
    );
  });
});
