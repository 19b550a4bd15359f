import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const names = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([, name = '']) => name);

it('docs/errors.md has a row for each event, and for nothing else', () => {
  const events = names(read('useUploadEvents.ts'), /^ {2}readonly (on\w+)\?:/gm);
  expect(events).toContain('onComplete');
  expect(names(read('../../docs/errors.md'), /^\| `(on\w+)` \|/gm)).toEqual(events);
});
