import type { SizeLimitConfig } from 'size-limit';
import { readFileSync } from 'node:fs';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** What one entry loads before it does anything, by Vite's own manifest: all dependencies but React, which an app has anyway. */
function firstFiles(entry: string, filesOf: (chunk: Chunk) => readonly string[]): string[] {
  const dist = `dist/sizes/${entry}`;
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
  const seen = new Map<string, Chunk>();
  const follow = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.set(key, chunk);
    chunk.imports?.forEach(follow);
  };
  follow(`${entry}.ts`);
  return [...new Set([...seen.values()].flatMap(filesOf))].map((file) => `${dist}/${file}`);
}

const common = { gzip: true, disablePlugins: ['@size-limit/esbuild'] };

export default [
  { ...common, name: '<Uploader>, first load, without React', path: firstFiles('uploader', ({ file }) => [file]), limit: '50 kB' },
  { ...common, name: 'createUploader and a client', path: firstFiles('core', ({ file }) => [file]), limit: '22 kB' },
  { ...common, name: 'createGateway', path: firstFiles('gateway', ({ file }) => [file]), limit: '6 kB' },
  { ...common, name: 'the style sheet', path: firstFiles('uploader', ({ css }) => css ?? []), limit: '8 KiB' },
] satisfies SizeLimitConfig;
