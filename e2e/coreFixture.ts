import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { test as base } from './fixtures.js';

interface WorkerFixtures {
  /** The engine alone, built as an app would. */
  coreFolder: string;
}

interface Fixtures {
  /** The standalone page's origin with the engine at `/core/core.js`, to be imported in the page. */
  corePage: Page;
}

/** For what the page does not do itself: the engine with other clients and settings, in a real browser against the real process. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  coreFolder: [
    async ({}, use, { workerIndex }) => {
      const outDir = join('test-results', `core-${workerIndex}`);
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        define: { 'process.env.NODE_ENV': '"production"' },
        worker: { format: 'es' },
        build: { outDir, emptyOutDir: true, lib: { entry: 'src/core.ts', formats: ['es'], fileName: 'core' } },
      });
      await use(outDir);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  corePage: async ({ page, coreFolder }, use) => {
    await page.route('**/core/*.js', (route) =>
      route.fulfill({ path: join(coreFolder, new URL(route.request().url()).pathname.slice('/core/'.length)) }),
    );
    await page.goto('/');
    await use(page);
  },
});
