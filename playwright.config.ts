import { defineConfig } from '@playwright/test';
import type { World } from './e2e/fixtures.js';
import { usualProjects } from './e2e/projects.js';

/** The journey in a real browser, against the real process: see e2e/fixtures.ts. Build the page first, or use `npm run test:e2e`. */
export default defineConfig<object, { world: World }>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: {
    timeout: 15_000,
    // Any other caret is an inline style, which the page does not take.
    toHaveScreenshot: { pathTemplate: '{testDir}/look/kept/{arg}{ext}', animations: 'disabled', caret: 'initial', threshold: 0.05 },
  },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // Traces take a fifth of the time: `--trace on` for the one that fails.
  use: { actionTimeout: 15_000 },
  projects: usualProjects,
});
