import type { Messages } from '../src/index.js';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒğħíĵķľɱñóþʠřšŧúṽŵẋýžÁƁÇĐÉƑĞĦÍĴĶĽṀÑÓÞɊŘŠŦÚṼŴẊÝŽ';
/** Every vowel twice: languages need about a third more room than English, and the same word has to stay the same wherever it stands. */
const accent = (text: string): string =>
  [...text].map((letter) => ([...ACCENTED][PLAIN.indexOf(letter)] ?? letter).repeat(/[aeiouAEIOU]/.test(letter) ? 2 : 1)).join('');

const pseudoText = (text: string): string => (text.trim() === '' ? text : `⟦${accent(text)}⟧`);

/** Slots stay, with their words accented. */
function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') return (...facts: unknown[]): unknown => pseudo((value as (...facts: unknown[]) => unknown)(...facts));
  if (Array.isArray(value)) return value.map((part: unknown) => (typeof part === 'string' ? accent(part) : pseudoSlot(part)));
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, pseudo(inner)]));
}

const pseudoSlot = (part: unknown): unknown => {
  const slot = part as { readonly slot: string; readonly words: string };
  return { ...slot, words: pseudoText(slot.words) };
};

/** English that no eye takes for English: accented, longer, in brackets. What stays plain on the screen cannot be translated. */
export const pseudoMessages = (messages: Messages): Messages => pseudo(messages) as Messages;
