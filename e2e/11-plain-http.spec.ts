import { FIVE, openBox } from './box.js';
import { expect, test } from './fixtures.js';
import { launchOptions } from '../scripts/findBrowser.js';
import { shownLinks } from './observe.js';

// A name that is not localhost, without https: no crypto.subtle, no randomUUID, no clipboard, no Web Locks. So it is in a home's own network.
const { args, ...options } = launchOptions();
test.use({ launchOptions: { ...options, args: [...args, '--host-resolver-rules=MAP photos.local 127.0.0.1'] } });

test(
  'on a plain-HTTP host of the own network the journey works, and copying selects the text instead',
  { tag: '@chromium' },
  async ({ app, page }) => {
    const { port } = new URL(app.url);
    const box = await openBox(page, '', `http://photos.local:${port}`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await box.choose(...FIVE);
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    const links = await shownLinks(box, 'Direct');
    expect(Object.values(links).every((url) => url.startsWith(`http://photos.local:${port}/images/`))).toBe(true);
    await box.part('copy-all').click();
    await expect(box.part('code-bar')).toContainText(/Copied|Copying is not possible here/);
  },
);
