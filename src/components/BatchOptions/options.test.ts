import { describe, expect, it } from 'vitest';
import { createFormats } from '../../i18n/formats.js';
import { EXPIRATIONS, expirationsWithin } from './expirations.js';
import { shownOptions } from './shownOptions.js';
import { withOption } from './withOption.js';

const category = { id: '1', name: 'Nature' };

describe('shownOptions', () => {
  it('shows what the host honours and nothing else', () => {
    expect([...shownOptions({ options: ['title', 'expiration'], categories: [category] }, true)]).toEqual(['title', 'expiration']);
  });

  it('hides the album where the client cannot list albums', () => {
    expect([...shownOptions({ options: ['title', 'albumId'], categories: [] }, false)]).toEqual(['title']);
    expect(shownOptions({ options: ['title', 'albumId'], categories: [] }, true).has('albumId')).toBe(true);
  });

  it('hides the category where the host has none', () => {
    expect(shownOptions({ options: ['categoryId'], categories: [] }, true).size).toBe(0);
    expect(shownOptions({ options: ['categoryId'], categories: [category] }, true).size).toBe(1);
  });

  it('shows what V1.1 specifies where the host does not tell', () => {
    expect([...shownOptions(null, false)]).toEqual(['title', 'description', 'tags', 'widthPx', 'expiration', 'isNsfw']);
  });
});

describe('withOption', () => {
  it('keeps what is said about the file', () => {
    expect(withOption({ title: 'a' }, {}, 'expiration', 'P1D')).toEqual({ title: 'a', expiration: 'P1D' });
  });

  it('leaves out what holds for all files anyway', () => {
    expect(withOption({ expiration: 'P1D' }, { expiration: 'P1W' }, 'expiration', 'P1W')).toEqual({});
    expect(withOption({}, { tags: ['a', 'b'] }, 'tags', ['a', 'b'])).toEqual({});
  });

  it.each([
    ['expiration', 'P1W', ''],
    ['isNsfw', true, false],
    ['tags', ['a'], []],
  ] as const)('says "none" of %s only against all files', (name, forAll, none) => {
    expect(withOption({}, { [name]: forAll }, name, none)).toEqual({ [name]: none });
    expect(withOption({ [name]: forAll }, {}, name, none)).toEqual({});
  });

  it('takes an option back with undefined', () => {
    expect(withOption({ widthPx: 100 }, { widthPx: 200 }, 'widthPx', undefined)).toEqual({});
  });
});

describe('EXPIRATIONS', () => {
  it('are 23, from the shortest to the longest', () => {
    expect(EXPIRATIONS).toHaveLength(23);
    expect(expirationsWithin('P7D')).toEqual(EXPIRATIONS.slice(0, 13));
    expect(expirationsWithin(null)).toEqual(EXPIRATIONS);
  });

  it.each([
    ['en', ['5 minutes', '1 hour', '12 hours', '1 day', '6 days', '1 week', '3 weeks', '1 month', '6 months', '1 year']],
    ['zh-CN', ['5分钟', '1小时', '12小时', '1天', '6天', '1周', '3周', '1个月', '6个月', '1年']],
  ])('are told in the words of %s', (locale, words) => {
    const { isoDuration } = createFormats(locale);
    expect(['PT5M', 'PT1H', 'PT12H', 'P1D', 'P6D', 'P1W', 'P3W', 'P1M', 'P6M', 'P1Y'].map(isoDuration)).toEqual(words);
    expect(new Set(EXPIRATIONS.map(isoDuration)).size).toBe(23);
  });
});
