import { defineConfig, devices } from '@playwright/test';
import type { World } from './e2e/fixtures.js';
import { launchOptions } from './scripts/findBrowser.js';

const chromium = { ...devices['Desktop Chrome'], launchOptions: launchOptions() };

/** What a visitor does, again on the two public hosts of the specification and in three languages; `E2E_WORLDS=all` crosses them. */
const TWO: readonly World[] = [
  { settings: 'host-a', locale: 'zh-CN' },
  { settings: 'host-b', locale: 'ar' },
];
const OTHERS: readonly World[] = [
  { settings: 'host-a', locale: 'en' },
  { settings: 'host-a', locale: 'ar' },
  { settings: 'host-b', locale: 'en' },
  { settings: 'host-b', locale: 'zh-CN' },
];
const worlds = process.env['E2E_WORLDS'] === 'all' ? [...TWO, ...OTHERS] : TWO;

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
  use: { trace: 'retain-on-failure', actionTimeout: 15_000 },
  projects: [
    { name: 'chromium', use: chromium },
    ...worlds.map((world) => ({
      name: `${world.settings} ${world.locale}`,
      testMatch: /\/(0[1-7]|12)-[\w-]+\.spec\.ts$/,
      grepInvert: /@once/,
      use: { ...chromium, world },
    })),
  ],
});
