const RTL_SCRIPTS: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

/** Which way a language is written. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (RTL_SCRIPTS.has(writingOf(tag)?.split('-')[1] ?? '') ? 'rtl' : 'ltr');

/** Language and script (`zh-Hant`); `null` for what is no language tag. */
export function writingOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}
