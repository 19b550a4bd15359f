/** Hosts drop a tag that is longer, without a word. */
export const MAX_TAG_CHARS = 32;

export interface TakenTags {
  readonly tags: readonly string[];
  /** What stays to be typed on: the unfinished last one, and those that are too long. */
  readonly rest: string;
  readonly isTooLong: boolean;
}

/** Commas and semicolons as people type them, in Chinese, Japanese and Arabic too. */
const SEPARATOR = /[,，、،;；؛\r\n]/;

/** A tag as hosts take it: without `/`, `#` and `,`, with single spaces. */
const cleaned = (text: string): string => text.replace(/[/#,]/g, ' ').replace(/\s+/g, ' ').trim();

const isLong = (tag: string): boolean => [...tag].length > MAX_TAG_CHARS;

/** The tags with those of a typed or pasted text behind them, each once. What follows the last comma is taken only when the text `isWhole`. Pure. */
export function takeTags(tags: readonly string[], text: string, isWhole: boolean): TakenTags {
  const parts = text.split(SEPARATOR);
  const unfinished = isWhole ? '' : (parts.pop() ?? '');
  const typed = parts.map(cleaned).filter(Boolean);
  const tooLong = typed.filter(isLong);
  return {
    tags: uniqueTags([...tags, ...typed.filter((tag) => !isLong(tag))]),
    rest: [...tooLong, unfinished].filter(Boolean).join(','),
    isTooLong: tooLong.length > 0,
  };
}

/** Each once, the first of those that differ in capitals only. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const key = tag.toLowerCase();
    if (!byKey.has(key)) byKey.set(key, tag);
  }
  return [...byKey.values()];
}
