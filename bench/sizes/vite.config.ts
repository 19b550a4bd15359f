import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** One entry a build, by its mode: what an app carries that imports one thing of the package: its first chunks are what a visitor loads before doing anything. */
export default defineConfig(({ mode }) => ({
  root: here,
  plugins: [react()],
  worker: { format: 'es' },
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    outDir: resolve(here, '../../dist/sizes', mode),
    emptyOutDir: true,
    target: 'es2022',
    // As a server's build: it preloads nothing, and minifies only when told.
    ssr: mode === 'gateway',
    minify: true,
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      input: resolve(here, `${mode}.ts`),
      preserveEntrySignatures: 'allow-extension',
      external: [/^react(-dom)?(\/|$)/],
    },
  },
}));
