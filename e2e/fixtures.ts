import { test as base } from '@playwright/test';
import { openBox, type Box } from './box.js';
import { startApp, type App } from './startApp.js';

export { expect } from '@playwright/test';

interface WorkerFixtures {
  app: App;
}

interface Fixtures {
  /** The standalone page, opened. After the test: no script error, no breach of the Content-Security-Policy. */
  box: Box;
  /** Faults that the server plays on the uploads of this page, as its header has them. */
  fault: (kind: string) => Promise<void>;
  complaints: string[];
}

/** One real process per worker; every test has a fresh browser context. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (/Content.Security.Policy|Warning:|unmounted|act\(/.test(message.text())) complaints.push(message.text());
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
        });
      });
      await use(complaints);
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  fault: async ({ context }, use) => {
    await use((kind) => context.setExtraHTTPHeaders({ 'X-Dropline-Fault': kind }));
  },
  box: async ({ page }, use) => {
    await use(await openBox(page));
  },
});
