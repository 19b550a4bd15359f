import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the consumers consist of, each file as one text of trimmed lines. */
const sources = readdirSync(join(ROOT, 'consumers'), { recursive: true, encoding: 'utf8' })
  .map((path) => join(ROOT, 'consumers', path))
  .filter((path) => statSync(path).isFile())
  .map((path) => `\n${lines(readFileSync(path, 'utf8')).join('\n')}\n`);

const blocksOf = (guide: string, languages = 'tsx?|js|html|css|json'): string[] =>
  Array.from(
    readFileSync(join(ROOT, 'docs', guide), 'utf8').matchAll(new RegExp(`^\`\`\`(?:${languages})\\n([\\s\\S]*?)^\`\`\`$`, 'gm')),
    ([, code = '']) => code,
  );

const isTried = (block: string): boolean => sources.some((source) => source.includes(`\n${lines(block).join('\n')}\n`));

describe.each(['react.md', 'nextjs.md'])('docs/%s', (guide) => {
  it('shows the code of apps that are tried, line by line', () => {
    const blocks = blocksOf(guide);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.filter((block) => !isTried(block))).toEqual([]);
  });
});

it('docs/theming.md shows rules that an app here has', () => {
  const rules = blocksOf('theming.md', 'css');
  expect(rules).toHaveLength(2);
  expect(rules.filter((block) => !isTried(block))).toEqual([]);
});
