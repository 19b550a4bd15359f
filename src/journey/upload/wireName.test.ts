import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEDIA_FORMAT_FACTS, MEDIA_FORMATS } from '../../shared/mediaFormat.js';
import { wireName } from './wireName.js';

describe('wireName', () => {
  it.each([
    ['photo.jpg', 'jpeg', 'photo.jpg'],
    ['photo.JPEG', 'jpeg', 'photo.JPEG'],
    ['photo.png', 'jpeg', 'photo.jpg'],
    ['IMG_1207.HEIC', 'jpeg', 'IMG_1207.jpg'],
    ['IMG_1207', 'jpeg', 'IMG_1207.jpg'],
    ['notes.v2', 'png', 'notes.v2.png'],
    ['.hidden', 'gif', '.hidden.gif'],
    ['ends in dots..', 'png', 'ends in dots.png'],
    ['...', 'png', 'file.png'],
    ['', 'mp4', 'file.mp4'],
    ['film.mov', 'mp4', 'film.mp4'],
  ] as const)('sends %s with the bytes of %s as %s', (name, format, sent) => {
    expect(wireName(name, format)).toBe(sent);
  });

  it('leaves a name alone whose bytes nobody knows', () => {
    expect(wireName('a.bin', null)).toBe('a.bin');
  });

  it('ends every name as its format does, and repairs nothing twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...MEDIA_FORMATS), (name, format) => {
        const sent = wireName(name, format);
        expect(MEDIA_FORMAT_FACTS[format].extensions).toContain(sent.split('.').at(-1)?.toLowerCase());
        expect(wireName(sent, format)).toBe(sent);
      }),
    );
  });
});
