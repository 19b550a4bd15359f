import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type * as Core from '../src/core.js';
import { test as base } from './fixtures.js';

declare global {
  /** The engine, in pages of `corePage`. */
  // oxlint-disable-next-line no-var -- the only way to declare a global
  var droplineCore: typeof Core;
}

interface WorkerFixtures {
  /** The engine alone, built as an app would. */
  coreScript: string;
}

interface Fixtures {
  /** A page of the process's origin with the engine as `droplineCore`. */
  corePage: Page;
}

/** For what the page does not do itself: the engine with other clients and settings, in a real browser against the real process. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // The page's policy lets no script in that is not its own.
  bypassCSP: true,
  coreScript: [
    async ({}, use, { workerIndex }) => {
      const outDir = join('test-results', `core-${workerIndex}`);
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        define: { 'process.env.NODE_ENV': '"production"' },
        worker: { format: 'es' },
        build: {
          outDir,
          emptyOutDir: true,
          lib: { entry: 'src/core.ts', name: 'droplineCore', formats: ['iife'], fileName: () => 'core.js' },
        },
      });
      await use(join(outDir, 'core.js'));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  corePage: async ({ page, coreScript }, use) => {
    await page.goto('/');
    await page.addScriptTag({ path: coreScript });
    await use(page);
  },
});
