import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const locked: Readonly<Record<string, Locked | undefined>> = lock.packages;
/** What asks of an app no more than to name the authors. */
const TAKEN = ['MIT', 'ISC'];
/** Copied into the package, for its workers. Held true by the build, which writes them into `vendor`. */
const COPIED = ['@noble/hashes', 'image-dimensions'];

function withTheirs(names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) for (const other of Object.keys(locked[`node_modules/${name}`]?.dependencies ?? {})) found.add(other);
  return found;
}

const rowOf = (name: string, comes: string): string => `| \`${name}\` | ${locked[`node_modules/${name}`]?.license} | ${comes} |`;

it('docs/licences.md lists each package that comes along, under a licence that is taken', () => {
  const peers = Object.keys(manifest.peerDependencies);
  const installed = [...withTheirs(Object.keys(manifest.dependencies))].filter((name) => !peers.includes(name));
  const rows = [
    ...installed.toSorted().map((name) => rowOf(name, 'installed with the package')),
    ...COPIED.map((name) => rowOf(name, 'copied into the package, with its licence')),
    ...peers.map((name) => rowOf(name, 'brought by the app')),
  ];
  const text = readFileSync(resolve(import.meta.dirname, '../docs/licences.md'), 'utf8');
  expect(text.match(/^\| `.*$/gm)).toEqual(rows);
  for (const row of rows) expect(TAKEN).toContain(row.split(' | ')[1]);
});
