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
  it('tells iPhones’ own pictures apart from what is no picture', () => {
    expect(checkSource({ ...png, sniffed: { other: 'HEIC' } }, NO_LIMITS)).toEqual({ code: 'validate.heic' });
    expect(checkSource({ ...png, sniffed: { other: 'HEIF' } }, NO_LIMITS)).toEqual({ code: 'validate.heic' });
  });
  it('refuses what is smaller than the least', () => {
    expect(checkSource(png, { ...NO_LIMITS, minBytes: 11 })).toEqual({ code: 'validate.tooSmall', sizeBytes: 10, limitBytes: 11 });
    expect(checkSource(png, { ...NO_LIMITS, minBytes: 10 })).toBeNull();
  });
  it('refuses too many pixels on either side, with the sides that have a limit', () => {
    const media = { widthPx: 6000, heightPx: 4000, durationSeconds: 0 };
    expect(checkSource({ ...png, media }, { ...NO_LIMITS, maxWidthPx: 5000 })).toEqual({
      code: 'validate.tooManyPixels',
      widthPx: 6000,
      heightPx: 4000,
      maxWidthPx: 5000,
      maxHeightPx: null,
    });
    expect(checkSource({ ...png, media }, { ...NO_LIMITS, maxHeightPx: 3999 })).toMatchObject({ maxHeightPx: 3999 });
    expect(checkSource({ ...png, media }, { ...NO_LIMITS, maxWidthPx: 6000, maxHeightPx: 4000 })).toBeNull();
  });
  it('refuses a film that is too long, and passes what does not tell', () => {
    const limits = { ...NO_LIMITS, maxDurationSeconds: 60, maxWidthPx: 100 };
    const media = { widthPx: 64, heightPx: 48, durationSeconds: 61 };
    expect(checkSource({ ...png, media }, limits)).toEqual({ code: 'validate.tooLong', durationSeconds: 61, limitSeconds: 60 });
    expect(checkSource({ ...png, media: null }, limits)).toBeNull();
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
