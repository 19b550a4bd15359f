import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName } from './plainName.js';

describe('plainName', () => {
  it.each([
    ['IMG_0001.JPG', 'IMG_0001.JPG'],
    ['ünï cødé 图.png', 'ünï cødé 图.png'],
    ['می‌خواهم.png', 'می‌خواهم.png'],
    ['👩‍👩‍👧.png', '👩‍👩‍👧.png'],
    ['photo_\u202egnp.exe', 'photo_gnp.exe'],
    ['\u2066a\u2069.png', 'a.png'],
    ['a\u0000b\r\nc\u007f.png', 'abc.png'],
    ['half\ud83d.png', 'half.png'],
    ['<img src=x>.png', '<img src=x>.png'],
  ])('%j is called %j', (name, plain) => expect(plainName(name)).toBe(plain));

  it('keeps the ending of a name that is too long', () => {
    const plain = plainName(`${'x'.repeat(10_000)}.jpeg`);
    expect(plain).toHaveLength(255);
    expect(plain.endsWith('x.jpeg')).toBe(true);
  });

  it('is never long, never misleading, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.constantFrom('', '\udc00', '\ud800.png'), (start, end) => {
        const name = start + end;
        const plain = plainName(name);
        expect(plain.length).toBeLessThanOrEqual(255);
        expect(plain).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(() => encodeURIComponent(plain)).not.toThrow();
        expect(plainName(plain)).toBe(plain);
      }),
    );
  });
});
