import { createFormats, type Formats } from './formats.js';
import { createMessages as createEnglish } from './locales/en.js';
import type { Messages } from './messages.js';

type CreateMessages = (formats: Formats) => Messages;

/** English comes with the bundle; every other language is a file of its own, loaded when it is asked for. */
const LOADERS = {
  'zh-CN': () => import('./locales/zh-CN.js'),
} satisfies Record<string, () => Promise<{ createMessages: CreateMessages }>>;

export type Locale = 'en' | keyof typeof LOADERS;

export const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

/** The words of one language with its formats. */
export interface Dictionary {
  readonly formats: Formats;
  readonly messages: Messages;
}

const dictionary = (locale: Locale, createMessages: CreateMessages): Dictionary => {
  const formats = createFormats(locale);
  return { formats, messages: createMessages(formats) };
};

/** What is there without loading anything. */
export const ENGLISH: Dictionary = dictionary('en', createEnglish);

/** The words of a language. Rejects when its file cannot be loaded. */
export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  if (locale === 'en') return ENGLISH;
  return dictionary(locale, (await LOADERS[locale]()).createMessages);
}

/** The language of ours that fits a list of wishes best (`navigator.languages`, a query): the same tag, else the same language, else English. */
export function matchLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const language = wish.toLowerCase().split('-')[0];
    const found =
      LOCALES.find((locale) => locale.toLowerCase() === wish.toLowerCase()) ?? LOCALES.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
