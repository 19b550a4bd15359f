import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const HERE = import.meta.dirname;

const components = readdirSync(HERE, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const sourcesOf = (component: string): string[] =>
  readdirSync(join(HERE, component), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
    .map((name) => readFileSync(join(HERE, component, name), 'utf8'));

/** Handles that a doc comment names, because the code puts them together. */
const promisedBy = (component: string): string[] =>
  sourcesOf(component).flatMap((source) =>
    [...source.matchAll(/@attr data-part=((?:"[\w-]+"(?: ·\s+(?:\*\s+)?)?)+)/g)].flatMap(([, list = '']) => list.match(/[\w-]+/g) ?? []),
  );

/** All handles: plain in the code, one of two, or promised by a comment. */
function partsIn(component: string): string[] {
  const inCode = sourcesOf(component).flatMap((source) => [
    ...[...source.matchAll(/\b(?:data-)?part="([\w-]+)"/g)].map(([, part = '']) => part),
    ...[...source.matchAll(/\b(?:data-)?part=\{([^{}]+)\}/g)].flatMap(([, choice = '']) =>
      [...choice.matchAll(/[?:] '([\w-]+)'/g)].map(([, part = '']) => part),
    ),
  ]);
  return [...new Set([...inCode, ...promisedBy(component)])].toSorted();
}

const codeOf = components
  .flatMap(sourcesOf)
  .join('\n')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The rows of the table: `| Component | \`part\` … |`. */
const documented = new Map(
  [...readFileSync(join(ROOT, 'docs/theming.md'), 'utf8').matchAll(/^\| (\w+) \| (`[^|]+) \|$/gm)].map(([, name = '', list = '']) => [
    name,
    [...list.matchAll(/`([\w-]+)`/g)].map(([, part = '']) => part).toSorted(),
  ]),
);

const tokens = [...readFileSync(join(ROOT, 'src/theme/tokens.css'), 'utf8').matchAll(/^ {2}(--dl-[\w-]+):/gm)].map(([, name = '']) => name);

describe('docs/theming.md', () => {
  it.each(components.filter((component) => partsIn(component).length > 0))(
    'lists the parts of %s, all of them and no other',
    (component) => {
      expect(documented.get(component)).toEqual(partsIn(component));
    },
  );

  it.each(components)('is told by the comments of %s nothing that the code does not write', (component) => {
    expect(promisedBy(component).filter((part) => !new RegExp(`['"]${part}['"]`).test(codeOf))).toEqual([]);
  });

  it('lists no component that is not there', () => {
    expect([...documented.keys()].filter((name) => !components.includes(name))).toEqual([]);
  });

  it('names every token', () => {
    const text = readFileSync(join(ROOT, 'docs/theming.md'), 'utf8');
    expect([...new Set(tokens)].filter((token) => !text.includes(`\`${token}\``))).toEqual([]);
  });
});
