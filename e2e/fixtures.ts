import { test as base } from '@playwright/test';
import { loadDictionary, type Dictionary, type Locale } from '../src/i18n/loadMessages.js';
import { openBox, type Box } from './box.js';
import { startApp, type App } from './startApp.js';

export { expect } from '@playwright/test';

/** Whose limits and accounts the server has, and which language the page speaks. */
export interface World {
  /** `open` takes everything from everybody; the other two are the public hosts of the specification. */
  readonly settings: 'open' | 'host-a' | 'host-b';
  readonly locale: Locale;
}

interface WorkerFixtures {
  world: World;
  /** Whose the uploads of the page are; a visitor has no account. Default: a visitor where the host takes them. */
  account: 'owner' | 'visitor' | undefined;
  app: App;
  /** What the page says in the language of this world. */
  said: Dictionary;
  /** The arrow keys that lead onwards and back in this language. */
  arrows: { readonly onwards: string; readonly back: string };
}

interface Fixtures {
  /** The standalone page, opened. After the test: no script error, no breach of the Content-Security-Policy. */
  box: Box;
  /** Faults that the server plays on the uploads of this page, as its header has them. */
  fault: (kind: string) => Promise<void>;
  complaints: string[];
}

/** What the process is told, so that it is the host of this world. */
export const envOf = ({ settings }: World, account?: 'owner' | 'visitor'): Record<string, string> => ({
  ...(settings !== 'open' && { SETTINGS: settings }),
  ...(account && { UPLOAD_AS: account === 'owner' ? 'owner' : 'guest' }),
});

/** One real process per worker; every test has a fresh browser context. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  account: [undefined, { option: true, scope: 'worker' }],
  world: [
    { settings: 'open', locale: 'en' },
    { option: true, scope: 'worker' },
  ],
  arrows: [
    async ({ world }, use) =>
      use(world.locale === 'ar' ? { onwards: 'ArrowLeft', back: 'ArrowRight' } : { onwards: 'ArrowRight', back: 'ArrowLeft' }),
    { scope: 'worker' },
  ],
  said: [async ({ world }, use) => use(await loadDictionary(world.locale)), { scope: 'worker' }],
  app: [
    async ({ world, account }, use) => {
      const app = await startApp(envOf(world, account));
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
  box: async ({ page, world, said }, use) => {
    const box = await openBox(page, `?locale=${world.locale}`);
    // Until its words have come, the page speaks English.
    await base.expect(box.root).toHaveAttribute('aria-label', said.messages['box.label']);
    await use(box);
  },
});
