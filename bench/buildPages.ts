import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { entryOf, type SubjectName } from './subjects.js';

const REPO = resolve(import.meta.dirname, '..');
const REACT = /node_modules[\\/](react|react-dom|scheduler)[\\/]/;

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

export interface BuiltPage {
  readonly html: string;
  /** What a visitor loads before doing anything, gzipped, React left out. */
  readonly weightBytes: number;
}

/** One page for each subject, as an app would ship it. With `named`, functions keep their names, for a profile. */
export async function buildPages(
  outDir: string,
  names: readonly SubjectName[],
  { named }: { readonly named: boolean },
): Promise<ReadonlyMap<SubjectName, BuiltPage>> {
  await build({
    root: REPO,
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    worker: { format: 'es' },
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      manifest: true,
      minify: named ? false : 'oxc',
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, entryOf(name)])),
        output: { codeSplitting: { groups: [{ name: 'react', test: REACT }] } },
      },
    },
  });
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
  return new Map(names.map((name) => [name, pageOf(outDir, manifest, name)]));
}

function pageOf(outDir: string, manifest: Manifest, name: SubjectName): BuiltPage {
  const key = Object.keys(manifest).find((source) => manifest[source]?.name === name && resolve(REPO, source) === entryOf(name));
  if (!key) throw new Error(`The build knows no entry for ${name}.`);
  const chunks = firstChunks(manifest, key);
  const styles = [...new Set(chunks.flatMap(({ css }) => css ?? []))];
  const scripts = chunks.filter(({ name: chunk }) => chunk !== 'react').map(({ file }) => file);
  return { html: htmlOf(name, manifest[key]?.file ?? '', styles), weightBytes: weigh(outDir, [...scripts, ...styles]) };
}

function firstChunks(manifest: Manifest, first: string): readonly Chunk[] {
  const keys = new Set([first]);
  for (const key of keys) for (const other of manifest[key]?.imports ?? []) keys.add(other);
  return [...keys].flatMap((key) => manifest[key] ?? []);
}

const weigh = (outDir: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length, 0);

const htmlOf = (name: string, script: string, styles: readonly string[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Bench: ${name}</title>
    ${styles.map((file) => `<link rel="stylesheet" href="./${file}" />`).join('\n    ')}
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="./${script}"></script>
  </body>
</html>
`;
