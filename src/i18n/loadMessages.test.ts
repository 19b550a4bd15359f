import { describe, expect, it } from 'vitest';
import { ENGLISH, loadDictionary, LOCALES, matchLocale } from './loadMessages.js';
import { directionOf } from './writing.js';

describe('matchLocale', () => {
  it.each([
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['ZH-cn', 'zh-CN'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['de-AT', 'de'],
    ['ar-MA', 'ar'],
    ['hi-IN', 'hi'],
    ['xx-nowhere', 'en'],
    ['no tag at all', 'en'],
    ['', 'en'],
  ])('reads %s in %s', (wish, locale) => {
    expect(matchLocale([wish])).toBe(locale);
  });

  it('takes the first wish that it can fulfil', () => {
    expect(matchLocale(['sv-SE', 'fr-CA', 'en'])).toBe('fr');
  });

  it.each(LOCALES)('finds %s by its own tag', (locale) => {
    expect(matchLocale([locale])).toBe(locale);
  });
});

it.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['en', 'ltr'],
  ['zh-TW', 'ltr'],
  ['no tag at all', 'ltr'],
])('%s is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

it('takes a language of the app, with numbers of its own', async () => {
  const { formats, messages } = await loadDictionary({
    tag: 'sv',
    createMessages: (f) => ({ ...ENGLISH.messages, 'select.count': (count) => `${f.number(count)} valda` }),
  });
  expect(formats.locale).toBe('sv');
  expect(messages['select.count'](12_345)).toBe('12\u00a0345 valda');
});

it('rejects a language whose tag is none', async () => {
  await expect(loadDictionary({ tag: 'no tag', createMessages: () => ENGLISH.messages })).rejects.toThrow(RangeError);
});
