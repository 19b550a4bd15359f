import { describe, expect, it } from 'vitest';
import { checkSource, NO_LIMITS } from './checkSource.js';

const png = { name: 'a.png', sizeBytes: 10, sniffed: { format: 'png' } } as const;

describe('checkSource', () => {
  it('accepts what the host takes', () => {
    expect(checkSource(png, NO_LIMITS)).toBeNull();
    expect(checkSource(png, { formats: ['png'], maxBytes: 10 })).toBeNull();
  });
  it('refuses an empty file before its type', () => {
    expect(checkSource({ ...png, sizeBytes: 0, sniffed: null }, NO_LIMITS)).toEqual({ code: 'validate.empty' });
  });
  it('refuses a format that the host does not take, with those it takes', () => {
    expect(checkSource(png, { formats: ['jpeg'], maxBytes: 10 })).toEqual({
      code: 'validate.typeRefused',
      found: 'PNG',
      formats: ['jpeg'],
    });
  });
  it('refuses by the byte', () => {
    expect(checkSource({ ...png, sizeBytes: 11 }, { formats: ['png'], maxBytes: 10 })).toEqual({
      code: 'validate.tooLarge',
      sizeBytes: 11,
      limitBytes: 10,
    });
  });
  it.each([
    ['note.txt', null, 'TXT'],
    ['film.mkv', { other: 'MKV' }, 'MKV'],
    ['fake.png', null, null],
    ['noext', null, null],
    ['.hidden', null, null],
  ] as const)('names the type of %s', (name, sniffed, found) => {
    expect(checkSource({ name, sizeBytes: 5, sniffed }, NO_LIMITS)).toMatchObject({ code: 'validate.typeRefused', found });
  });
});
