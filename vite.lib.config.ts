import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

const SRC = resolve(import.meta.dirname, 'src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const workers = files.filter((file) => file.endsWith('.worker.ts'));
const locales = files.filter((file) => /^i18n\/locales\/[\w-]+\.ts$/.test(file));

/** An entry keeps its place in the tree: `journey/preview/picture.worker.ts` is found by the file beside it, in the package as in the source. */
const entries = ['index.ts', 'core.ts', 'gateway.ts', 'gateway-node.ts', 'theme/styles.css', ...workers, ...locales];

const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
const isOfPackage = (id: string): boolean => packages.some((name) => id === name || id.startsWith(`${name}/`));

const WORKER = /new Worker\(new URL\('(\.\/[\w.-]+\.worker)\.ts', import\.meta\.url\)/g;
const HIDDEN = /__ownWorker\(("|')(\.\/[\w.-]+)\1/g;

/**
 * Leaves `new Worker(new URL('./x.worker.js', import.meta.url))` as it is written: every bundler of an app knows it, and a page without one serves the file. Vite's own way
 * puts a path of our build into it, which Next.js and a strict Content-Security-Policy refuse.
 */
function keepWorkers(): Plugin {
  return {
    name: 'keep-workers',
    enforce: 'pre',
    transform: (code) => (code.includes('new Worker(') ? { code: code.replace(WORKER, "__ownWorker('$1'"), map: null } : null),
    renderChunk: (code) => ({ code: code.replace(HIDDEN, "new Worker(new URL('$2.js', import.meta.url)"), map: null }),
  };
}

/**
 * What workers need of other packages comes along: an import map, by which a page without a bundler finds packages, does not reach into workers. So these packages
 * are development dependencies, and their licences come along, too.
 */
const VENDORED: Readonly<Record<string, string>> = { '@noble/hashes': 'LICENSE', 'image-dimensions': 'license' };

function vendorLicences(): Plugin {
  return {
    name: 'vendor-licences',
    generateBundle() {
      for (const [name, file] of Object.entries(VENDORED)) {
        const source = readFileSync(resolve(import.meta.dirname, 'node_modules', name, file));
        this.emitFile({ type: 'asset', fileName: `vendor/${name}/LICENSE`, source });
      }
    },
  };
}

/** Packages inside of packages are left out when they are packed under their usual name. */
const fileOf = ({ name }: { readonly name: string }): string => `${name.replace(/^.*node_modules\//, 'vendor/').replace(/\.js$/, '')}.js`;

/** TypeScript asks of every import what it is, style sheets included. */
function typeStyles(): Plugin {
  return {
    name: 'type-styles',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'theme/styles.d.ts', source: 'export {};\n' });
    },
  };
}

/** The package: a file for each file of the source, so that an app carries what it imports, and `'use client'` stays where it stands. */
export default defineConfig({
  plugins: [keepWorkers(), vendorLicences(), typeStyles(), react()],
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist/lib',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    lib: { entry: entries.map((file) => resolve(SRC, file)), formats: ['es'] },
    rolldownOptions: {
      external: (id) => isOfPackage(id) || id.startsWith('node:'),
      output: { preserveModules: true, preserveModulesRoot: SRC, entryFileNames: fileOf, assetFileNames: '[name][extname]' },
    },
  },
});
