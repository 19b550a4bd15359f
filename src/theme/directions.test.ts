import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheets = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));

const SIDES = /(?:^|[{;\s])((?:(?:padding|margin|border)-(?:left|right)|left|right|float|text-align:\s*(?:left|right))[^;]*);/g;
/** `top right bottom left`: the second and the fourth have to be the same. */
const FOUR = /(?:padding|margin|inset): ([^;\s]+) ([^;\s]+) ([^;\s]+) ([^;\s]+);/g;

/** Declarations that stand on the wrong side in a page from right to left. */
function oneSided(sheet: string): string[] {
  const css = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const four = [...css.matchAll(FOUR)].filter(([, , right, , left]) => right !== left);
  return [...css.matchAll(SIDES), ...four].map(([declaration]) => declaration.trim());
}

describe('the style sheets', () => {
  it.each(sheets)('%s name no left and no right', (sheet) => {
    expect(oneSided(readFileSync(join(import.meta.dirname, sheet), 'utf8'))).toEqual([]);
  });

  it('would be caught', () => {
    expect(oneSided('a { padding-left: 1px; } b { padding: 1px 2px 1px 3px; } c { left: 0; text-align: right; }')).toHaveLength(4);
  });
});
