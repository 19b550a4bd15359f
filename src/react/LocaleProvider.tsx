'use client';
import { createContext, useContext, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Formats } from '../i18n/formats.js';
import { ENGLISH, loadDictionary, type CustomLocale, type Dictionary, type Locale } from '../i18n/loadMessages.js';
import type { MessageOverrides, Messages } from '../i18n/messages.js';
import { directionOf } from '../i18n/writing.js';

const DictionaryContext = createContext<Dictionary>(ENGLISH);

export interface LocaleProviderProps {
  /** Default `en`. Another language is loaded when first shown; until then, and if that fails, the words are English. */
  readonly locale?: Locale | CustomLocale;
  /** The app's own words over ours. Keep the object from render to render. */
  readonly messages?: MessageOverrides;
  readonly children?: ReactNode;
}

/** Gives the parts inside their words. Renders no element. */
export function LocaleProvider({ locale = 'en', messages, children }: LocaleProviderProps): ReactElement {
  const loaded = useDictionary(locale);
  const value = useMemo(() => (messages ? { ...loaded, messages: withOverrides(loaded.messages, messages) } : loaded), [loaded, messages]);
  return <DictionaryContext.Provider value={value}>{children}</DictionaryContext.Provider>;
}

const withOverrides = (messages: Messages, own: MessageOverrides): Messages => ({
  ...messages,
  ...own,
  errors: { ...messages.errors, ...own.errors },
  rejections: { ...messages.rejections, ...own.rejections },
});

function useDictionary(locale: Locale | CustomLocale): Dictionary {
  const [dictionary, setDictionary] = useState(ENGLISH);
  useEffect(() => {
    let isCurrent = true;
    const tag = typeof locale === 'object' ? locale.tag : locale;
    loadDictionary(locale).then(
      (loaded) => isCurrent && setDictionary(loaded),
      (cause: unknown) => {
        if (isCurrent) setDictionary(ENGLISH);
        console.error(`The words of "${tag}" could not be loaded, so the widget is English. Check that its file is served.`, cause);
      },
    );
    return () => void (isCurrent = false);
  }, [locale]);
  return dictionary;
}

/** The widget's words in the language of the nearest `<LocaleProvider>`. */
export const useMessages = (): Messages => useContext(DictionaryContext).messages;

/** Numbers, sizes and times in that language. */
export const useFormats = (): Formats => useContext(DictionaryContext).formats;

/** The language that the words around are in. */
export interface Language {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** `lang` and `dir` of the words that are shown now, for the outermost element of a part: English words stay left to right on an Arabic page. */
export function useLanguage(): Language {
  const { locale } = useFormats();
  return useMemo(() => ({ lang: locale, dir: directionOf(locale) }), [locale]);
}
