import type { SizeLimitConfig } from 'size-limit';
import { readFileSync } from 'node:fs';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const PAGE = 'dist/page';

/** What the page loads before it does anything, by Vite's own manifest. React, which an app has anyway, is a chunk of its own and not counted. */
function initialChunks(): string[] {
  const manifest = JSON.parse(readFileSync(`${PAGE}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
  const seen = new Set<string>();
  const follow = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports?.forEach(follow);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) follow(key);
  return [...seen]
    .flatMap((key) => manifest[key]?.file ?? [])
    .filter((file) => !/\/react-/.test(file))
    .map((file) => `${PAGE}/${file}`);
}

export default [
  {
    name: 'the whole box, first load, without React',
    path: initialChunks(),
    gzip: true,
    disablePlugins: ['@size-limit/esbuild'],
    limit: '50 kB',
  },
  // Hashes and the kept queue are chunks of their own, loaded when they are first needed.
  {
    name: 'core alone: createUploader',
    path: 'src/core.ts',
    import: '{ createUploader }',
    gzip: true,
    ignore: ['@noble/hashes', 'idb'],
    limit: '20 kB',
  },
] satisfies SizeLimitConfig;
