import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXCHANGES } from '../testing/wire/exchanges.js';
import { PRESETS } from './presets.js';
import { parseSettings } from './settings.js';

const docs = readFileSync(resolve(import.meta.dirname, '../../docs/server.md'), 'utf8');
const environment = readFileSync(resolve(import.meta.dirname, 'readEnvironment.ts'), 'utf8');

/** The first two cells of each row of a table under a heading. */
function rowsUnder(heading: string): [string, string][] {
  const section = docs.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(\w+)` \| `?([^|`]+)`? \|/gm)].map(([, name = '', initially = '']) => [name, initially]);
}

describe('docs/server.md', () => {
  it('names every setting, each with its default', () => {
    const initially = Object.entries(parseSettings({})).map(([name, value]) => [name, JSON.stringify(value)]);
    expect(rowsUnder('settings.json')).toEqual(initially);
  });

  it('has an example that the server takes', () => {
    const [, example = ''] = /```json\n([\s\S]+?)```/.exec(docs) ?? [];
    expect(parseSettings(JSON.parse(example)).cors).toEqual(['https://club.example']);
  });

  it('names every variable', () => {
    const read = [...environment.matchAll(/env\['(\w+)'\]/g)].map(([, name]) => name);
    expect(new Set(rowsUnder('Variables').map(([name]) => name))).toEqual(new Set(read));
  });

  it('names every preset and the number of exchanges', () => {
    for (const name of Object.keys(PRESETS)) expect(docs).toContain(`\`${name}\``);
    expect(docs).toContain(`${EXCHANGES.length} recorded exchanges`);
  });
});
