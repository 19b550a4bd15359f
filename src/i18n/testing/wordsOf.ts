import type { Sentence } from '../messages.js';

/** One text as people would read it. */
export interface Word {
  readonly path: string;
  readonly text: string;
  /** Names of the slots, in the order of the language. */
  readonly slots: readonly string[];
}

/** Every text in `value`, at any depth, with functions called once for each of their samples. */
export function wordsOf(value: unknown, samples: unknown, path = ''): Word[] {
  if (typeof value === 'string') return [{ path, text: value, slots: [] }];
  if (typeof value === 'function') return calls(value as (...facts: unknown[]) => unknown, samples, path);
  if (Array.isArray(value)) return [sentence(value as Sentence, path)];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is ${String(value)}, which nobody can read.`);
  return Object.entries(value).flatMap(([key, inner]) =>
    wordsOf(inner, (samples as Record<string, unknown> | undefined)?.[key], path === '' ? key : `${path}/${key}`),
  );
}

function calls(message: (...facts: unknown[]) => unknown, samples: unknown, path: string): Word[] {
  if (!Array.isArray(samples) || samples.length === 0) throw new Error(`${path} takes facts, and samples.ts has none for it.`);
  return (samples as unknown[][]).flatMap((facts) => wordsOf(message(...facts), undefined, `${path}(${JSON.stringify(facts)})`));
}

const sentence = (parts: Sentence, path: string): Word => ({
  path,
  text: parts.map((part) => (typeof part === 'string' ? part : part.words)).join(''),
  slots: parts.flatMap((part) => (typeof part === 'string' ? [] : [part.slot])),
});
