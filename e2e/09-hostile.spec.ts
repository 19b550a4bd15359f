import type { Page } from '@playwright/test';
import { mediaBytes } from './box.js';
import { expect, test } from './fixtures.js';

const NAMES = [
  ['markup', '<img src=x onerror="document.title=1">.png', '<img src=x onerror="document.title=1">.png'],
  ['text turned around', 'photo_\u202egnp.exe.png', 'photo_gnp.exe.png'],
  ['a name of an object’s own', '__proto__.png', '__proto__.png'],
  ['ten kilobytes', `${'long'.repeat(2_500)}.png`, `${'long'.repeat(100).slice(0, 251)}.png`],
] as const;

/** Whether something on the page is wider than the window. */
const isTooWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test('no name of a file becomes markup, misleads or breaks the page, on the way in and on the way back', async ({ box, page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const title = await page.title();
  await box.input.setInputFiles(NAMES.map(([, name]) => ({ name, mimeType: 'image/png', buffer: mediaBytes('a.png') })));
  for (const [, , shown] of NAMES)
    await expect(box.part('tile').and(page.getByRole('listitem', { name: shown, exact: true }))).toHaveCount(1);
  expect(await isTooWide(page)).toBe(false);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect(box.part('link-row')).toHaveCount(NAMES.length);
  expect(await isTooWide(page)).toBe(false);
  expect(await page.title()).toBe(title);
  await expect(box.root.locator('img[src=x]')).toHaveCount(0);
});

test('pasted HTML gives its pictures’ addresses as text, and nothing of it comes to life', async ({ box, page }) => {
  const title = await page.title();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<img src="x" onerror="document.title=1"><script>document.title=2</script><a href="javascript:document.title=3">a</a>',
    );
    clipboardData.setData('text/plain', 'javascript:document.title=4');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await box.choose('a.png');
  await expect(box.part('tile')).toHaveCount(1);
  expect(await page.title()).toBe(title);
  await expect(page.locator('img[src=x], a[href^="javascript:"]')).toHaveCount(0);
});

test(
  'no text becomes a script: under Trusted Types only our own workers start',
  { tag: '@chromium' },
  async ({ box, page, complaints }) => {
    await expect(box.root).toBeVisible();
    const refused = await page.evaluate(() => {
      const attempt = (act: () => unknown): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        attempt(() => new Worker('/assets/index-00000000.js')),
        attempt(() => new Worker('https://elsewhere.example/assets/sniff.worker-00000000.js')),
        attempt(() => (document.createElement('div').innerHTML = '<b>bold</b>')),
        attempt(() => (document.createElement('script').text = 'document.title = 1')),
      ];
    });
    expect(refused).toEqual(Array.from(refused, () => 'TypeError'));
    // Each was told to the page; nothing else was.
    await expect.poll(() => complaints.length).toBe(refused.length);
    expect(complaints.splice(0).filter((words) => !words.includes('require-trusted-types-for'))).toEqual([]);
  },
);
