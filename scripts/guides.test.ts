import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { blocksOfGuides, COMPILED_GUIDES } from './guides.js';

const blocks = blocksOfGuides();

/** Who holds a block true: the guide, its languages, and where to look. */
const HELD: readonly (readonly [guide: string, languages: string, by: string])[] = [
  ...COMPILED_GUIDES.map((guide) => [guide, 'ts tsx', 'scripts/docBlocks.ts'] as const),
  ['docs/react.md', 'ts tsx js html', 'scripts/consumers/guides.test.ts'],
  ['docs/nextjs.md', 'ts tsx', 'scripts/consumers/guides.test.ts'],
  ['docs/theming.md', 'css', 'scripts/consumers/guides.test.ts'],
  ['docs/popup.md', 'html js json', 'src/popup/popupDoc.test.ts'],
  ['docs/gateway.md', 'html', 'src/gateway/gatewayDoc.test.ts'],
  ['docs/server.md', 'json', 'server/config/serverDocs.test.ts'],
];

/** A drawing, and what was tried by hand with the program that reads it. */
const BY_HAND = ['docs/gateway.md ', 'docs/gateway.md nginx', 'docs/server.md yaml'];

it.each(HELD)('%s: its blocks of %s are held by %s, which is there', (guide, languages, by) => {
  expect(existsSync(resolve(import.meta.dirname, '..', by))).toBe(true);
  const written = new Set(blocks.filter((block) => block.guide === guide).map(({ language }) => language));
  expect(languages.split(' ').some((language) => written.has(language))).toBe(true);
});

it('no block of code is held by nobody', () => {
  const held = new Set(HELD.flatMap(([guide, languages]) => languages.split(' ').map((language) => `${guide} ${language}`)));
  const written = blocks.filter(({ language }) => language !== 'sh').map(({ guide, language }) => `${guide} ${language}`);
  expect([...new Set(written)].filter((name) => !held.has(name) && !BY_HAND.includes(name))).toEqual([]);
});

it('commands call scripts and programs that are there', () => {
  const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split(/\n|&&/).map((line) => line.trim()));
  const scripts = Object.keys(manifest.scripts);
  const called = commands.flatMap((command) => {
    const [, run, program] = /^(?:\w+=\S+ )*(?:npm (?:run )?(start|test|[\w:]+)|npx ([\w-]+))/.exec(command) ?? [];
    if (program !== undefined) return existsSync(resolve(import.meta.dirname, '../node_modules/.bin', program)) ? [] : [command];
    return run === undefined || ['ci', 'install', 'pack'].includes(run) || scripts.includes(run) ? [] : [command];
  });
  expect(commands.length).toBeGreaterThan(10);
  expect(called).toEqual([]);
});
