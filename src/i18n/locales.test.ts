import { beforeAll, describe, expect, it } from 'vitest';
import { createFormats, type Formats } from './formats.js';
import { ENGLISH, loadDictionary, LOCALES, type Dictionary, type Locale } from './loadMessages.js';
import { COUNTS, SAMPLES } from './testing/samples.js';
import { wordsOf, type Word } from './testing/wordsOf.js';

const english = wordsOf(ENGLISH.messages, SAMPLES);
const englishText = new Map(english.map(({ path, text }) => [path, text]));

/** Words that a language shares with English. */
const SHARED: Partial<Record<Locale, readonly string[]>> = {
  de: ['Album', 'Bytes', 'Code', 'Format', 'Links', 'Name', 'Tags'],
  fr: ['Album', 'album', 'albums', 'Cause', 'Code', 'Description', 'Format', 'Pause', 'Public', 'Tags'],
  es: ['Bytes'],
  'pt-BR': ['Bytes', 'Links', 'Tags'],
};

/** Nothing but numbers, units and names: the same in many languages. */
const isOnlyFacts = (text: string): boolean => !/\p{L}/u.test(text.replaceAll(/dunes \(2\)\.jpg|XYZ|[kKMG]?B(\/s)?\b/g, ''));

/** The writing that a reader of the language expects somewhere in every text. */
const SCRIPT: Partial<Record<Locale, RegExp>> = {
  'zh-CN': /\p{Script=Han}/u,
  'zh-TW': /\p{Script=Han}/u,
  ja: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
};

describe.each(LOCALES)('%s', (locale) => {
  let dictionary: Dictionary;
  let words: Word[];
  beforeAll(async () => {
    dictionary = await loadDictionary(locale);
    words = wordsOf(dictionary.messages, SAMPLES);
  });

  it('has something to say for every key and every fact', () => {
    expect(words.map(({ path }) => path)).toEqual(expect.arrayContaining(english.map(({ path }) => path)));
    expect(words.filter(({ text }) => text.trim() === '')).toEqual([]);
    expect(words.filter(({ text }) => /undefined|null|NaN|\[object|\$\{/.test(text))).toEqual([]);
    expect(words.filter(({ text }) => / {2}|^ | $/.test(text))).toEqual([]);
  });

  it('has every slot of every sentence once', () => {
    const slotsOf = (all: readonly Word[]): unknown =>
      Object.fromEntries(all.filter(({ slots }) => slots.length > 0).map(({ path, slots }) => [path, slots.toSorted()]));
    expect(slotsOf(words)).toEqual(slotsOf(english));
  });

  it.skipIf(locale === 'en')('leaves no English behind', () => {
    const same = words.filter(({ path, text }) => text === englishText.get(path) && !isOnlyFacts(text));
    expect(same.filter(({ text }) => !SHARED[locale]?.includes(text.replace(/^\d+ /, '')))).toEqual([]);
    const script = SCRIPT[locale];
    expect(words.filter(({ text }) => script && !script.test(text) && !isOnlyFacts(text))).toEqual([]);
  });

  /** Who speaks to the page says what stands on the button. */
  it('names a button by the words that stand on it', () => {
    const { messages } = dictionary;
    for (const [seen, spoken] of [
      ['tile.retry', 'tile.retryName'],
      ['tile.addAgain', 'tile.addAgainName'],
      ['validate.keep', 'validate.keepName'],
    ] as const) {
      expect(messages[spoken]('sea.jpg').toLowerCase()).toContain(messages[seen].toLowerCase());
    }
  });

  it('has a form for each of its plural categories', async () => {
    const rules = new Intl.PluralRules(locale);
    const needed = new Set(Array.from({ length: 1_000 }, (_, number) => rules.select(number)));
    const forms: Record<string, string>[] = [];
    const formats = createFormats(locale);
    const spy: Formats = { ...formats, plural: (number, given) => (forms.push(given), formats.plural(number, given)) };
    const { createMessages } = (await import(`./locales/${locale}.ts`)) as { createMessages: (formats: Formats) => unknown };
    wordsOf(createMessages(spy), SAMPLES);
    expect(forms.filter((given) => ![...needed].every((category) => category in given))).toEqual([]);
  });
});

/** The same number in the digits of the languages that may be written with others. */
const latin = (text: string): string => text.replaceAll(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));

/** What the headline says for 0, 1, 2, 3, 5, 11, 21 and 100 files. */
const READY: Record<Locale, string> = {
  en: '0 files ready · 1 file ready · 2 files ready · 3 files ready · 5 files ready · 11 files ready · 21 files ready · 100 files ready',
  'zh-CN': COUNTS.map((number) => `${number} 个文件已就绪`).join(' · '),
  'zh-TW': COUNTS.map((number) => `${number} 個檔案已就緒`).join(' · '),
  ja: COUNTS.map((number) => `${number} 件のファイルの準備ができました`).join(' · '),
  ko: COUNTS.map((number) => `파일 ${number}개 준비됨`).join(' · '),
  de: '0 Dateien bereit · 1 Datei bereit · 2 Dateien bereit · 3 Dateien bereit · 5 Dateien bereit · 11 Dateien bereit · 21 Dateien bereit · 100 Dateien bereit',
  fr: '0 fichier prêt · 1 fichier prêt · 2 fichiers prêts · 3 fichiers prêts · 5 fichiers prêts · 11 fichiers prêts · 21 fichiers prêts · 100 fichiers prêts',
  es: '0 archivos listos · 1 archivo listo · 2 archivos listos · 3 archivos listos · 5 archivos listos · 11 archivos listos · 21 archivos listos · 100 archivos listos',
  'pt-BR':
    '0 arquivo pronto · 1 arquivo pronto · 2 arquivos prontos · 3 arquivos prontos · 5 arquivos prontos · 11 arquivos prontos · 21 arquivos prontos · 100 arquivos prontos',
  ru: 'К загрузке: 0 файлов · К загрузке: 1 файл · К загрузке: 2 файла · К загрузке: 3 файла · К загрузке: 5 файлов · К загрузке: 11 файлов · К загрузке: 21 файл · К загрузке: 100 файлов',
  ar: 'لا ملفات جاهزة · ملف واحد جاهز · ملفان جاهزان · 3 ملفات جاهزة · 5 ملفات جاهزة · 11 ملفًا جاهزًا · 21 ملفًا جاهزًا · 100 ملف جاهز',
  hi: '0 फ़ाइल तैयार है · 1 फ़ाइल तैयार है · 2 फ़ाइलें तैयार हैं · 3 फ़ाइलें तैयार हैं · 5 फ़ाइलें तैयार हैं · 11 फ़ाइलें तैयार हैं · 21 फ़ाइलें तैयार हैं · 100 फ़ाइलें तैयार हैं',
};

it.each(LOCALES)('%s counts files that are ready', async (locale) => {
  const { messages } = await loadDictionary(locale);
  expect(latin(COUNTS.map((number) => messages['queue.readyHeadline'](number)).join(' · '))).toBe(READY[locale]);
});

it('ru has another case after a noun', async () => {
  const { messages } = await loadDictionary('ru');
  expect([1, 2, 5, 21].map((number) => messages['intake.checking'](number))).toEqual([
    'Проверка 1 файла…',
    'Проверка 2 файлов…',
    'Проверка 5 файлов…',
    'Проверка 21 файла…',
  ]);
});

it('ar has another case after a noun, and keeps a file name from turning round', async () => {
  const { messages } = await loadDictionary('ar');
  expect(messages['queue.start'](2)).toBe('رفع ملفين');
  expect(messages['tile.open']('dunes (2).jpg')).toBe('فتح \u2068dunes (2).jpg\u2069');
});
