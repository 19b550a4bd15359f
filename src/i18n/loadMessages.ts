import { createFormats, type Formats } from './formats.js';
import { createMessages as createEnglish } from './locales/en.js';
import type { Messages } from './messages.js';
import { writingOf } from './writing.js';

type CreateMessages = (formats: Formats) => Messages;

/** The languages that come with the package. */
export type Locale = 'en' | 'zh-CN' | 'zh-TW' | 'ja' | 'ko' | 'de' | 'fr' | 'es' | 'pt-BR' | 'ru' | 'ar' | 'hi';

/** English comes with the bundle; every other language is a file of its own, loaded when it is asked for. */
const LOADERS: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<{ readonly createMessages: CreateMessages }>>> = {
  'zh-CN': () => import('./locales/zh-CN.js'),
  'zh-TW': () => import('./locales/zh-TW.js'),
  ja: () => import('./locales/ja.js'),
  ko: () => import('./locales/ko.js'),
  de: () => import('./locales/de.js'),
  fr: () => import('./locales/fr.js'),
  es: () => import('./locales/es.js'),
  'pt-BR': () => import('./locales/pt-BR.js'),
  ru: () => import('./locales/ru.js'),
  ar: () => import('./locales/ar.js'),
  hi: () => import('./locales/hi.js'),
};

/** A language of the app's own. Make it once, outside of components: a new object is a new language. */
export interface CustomLocale {
  /** BCP 47: numbers, plurals and the direction follow it. */
  readonly tag: string;
  readonly createMessages: CreateMessages;
}

/** The languages that come with the package, English first. */
export const LOCALES: readonly Locale[] = ['en', ...(Object.keys(LOADERS) as (keyof typeof LOADERS)[])];

/** The words of one language with its formats. */
export interface Dictionary {
  readonly formats: Formats;
  readonly messages: Messages;
}

const dictionary = (tag: string, createMessages: CreateMessages): Dictionary => {
  const formats = createFormats(tag);
  return { formats, messages: createMessages(formats) };
};

/** What is there without loading anything. */
export const ENGLISH: Dictionary = dictionary('en', createEnglish);

/** The words of a language. Rejects when its file cannot be loaded, or when the tag of the app's own language is none. */
export async function loadDictionary(locale: Locale | CustomLocale): Promise<Dictionary> {
  if (locale === 'en') return ENGLISH;
  if (typeof locale === 'object') return dictionary(locale.tag, locale.createMessages);
  return dictionary(locale, (await LOADERS[locale]()).createMessages);
}

/**
 * The language of ours that fits a list of wishes best (`navigator.languages`, a query), else English. A wish fits by its language and the
 * script it is written in: `zh-HK` and `zh-Hant` are read in `zh-TW`, `zh-SG` in `zh-CN`, `pt` in `pt-BR`.
 */
export function matchLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const writing = writingOf(wish);
    const found = LOCALES.find((locale) => writing !== null && writingOf(locale) === writing);
    if (found) return found;
  }
  return 'en';
}
