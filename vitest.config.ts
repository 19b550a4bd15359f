import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/findBrowser.js';

/** A fresh object per project: Vitest writes the project's name into it. */
const inBrowser = (contextOptions?: { readonly reducedMotion: 'reduce' }) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: launchOptions(), ...(contextOptions && { contextOptions }) }),
  instances: [{ browser: 'chromium' as const }],
});

/** Named beforehand: a dependency found in the middle of a run makes Vite reload the page and the run fail. */
const optimizeDeps = {
  include: [
    'react',
    'react-dom',
    'react-dom/client',
    'react-dom/server.browser',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'react-dropzone',
    '@tanstack/query-core',
    '@tanstack/react-query',
    '@tanstack/react-virtual',
    'valibot',
    'zustand',
    'zustand/vanilla',
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'idb',
    'image-dimensions',
    'axe-core',
    'fast-check',
    'vitest-browser-react',
  ],
};

/** `*.slow.test.ts` is for measuring by hand: `npx vitest run --project slow`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.{ts,tsx}', '**/*.slow.test.ts'],
          // For what hangs. A property that is tried a thousand times takes seconds where other work has the processor.
          testTimeout: 60_000,
        },
      },
      { test: { name: 'webkit', environment: 'node', include: ['e2e/webkit/*.webkit.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'slow', environment: 'node', include: ['{src,server,scripts}/**/*.slow.test.ts'], testTimeout: 120_000 } },
      {
        plugins: [react()],
        optimizeDeps,
        test: {
          name: 'browser',
          browser: inBrowser(),
          include: ['src/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['src/api/testing/startBadServer.ts'],
        },
      },
      {
        plugins: [await storybookTest({ configDir: '.storybook' })],
        optimizeDeps,
        // Every story is looked at twice for whom it keeps out, one of them with four hundred files in it. What fades in is not yet visible to a test, so nothing does.
        test: { name: 'stories', browser: inBrowser({ reducedMotion: 'reduce' }), testTimeout: 60_000 },
      },
    ],
  },
});
