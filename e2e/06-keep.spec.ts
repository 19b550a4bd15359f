import type { Page } from '@playwright/test';
import { longMedia, mediaPath, openBox } from './box.js';
import { expect, test } from './fixtures.js';

/** Each of another kind, and none that a host of the specification refuses. */
const FIVE = ['photo.jpg', 'a.png', 'anim.gif', 'still.webp', 'clip.mp4'];
/** Host A takes no file over 1 MB. */
const LARGE = '@not-host-a';

test('a reload brings a queue back with its pictures, and it can be sent', async ({ box, page }) => {
  await box.choose(...FIVE);
  await expect(box.part('tile')).toHaveCount(5);
  await expect.poll(() => keptCount(page)).toBe(5);
  await page.reload();
  await expect(box.part('tile')).toHaveCount(5);
  await expect(box.root).toHaveAttribute('data-phase', 'ready');
  await expect(box.part('tile').locator('img')).toHaveCount(5);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect.poll(() => keptCount(page)).toBe(0);
  await page.reload();
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test(
  'a tab that dies while it sends goes on after a reload, and nothing is stored twice',
  { tag: LARGE },
  async ({ box, fault, page, app }) => {
    await fault('stall=1000;times=1;id=dies');
    await box.input.setInputFiles(longMedia('dies-once.png', 20_000_000, 'a.png'));
    await box.start();
    await expect(box.tile('dies-once.png')).toHaveAttribute('data-status', 'uploading');
    await box.input.setInputFiles([mediaPath('anim.gif'), mediaPath('still.webp')]);
    await expect(box.part('tile').and(page.locator('[data-status=uploaded]'))).toHaveCount(2);
    await expect.poll(() => keptCount(page)).toBe(1);
    await page.reload();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 30_000 });
    await expect(box.part('tile')).toHaveCount(3);
    expect((await app.storedNames()).filter((name) => name.startsWith('dies-'))).toHaveLength(1);
  },
);

test('an answer that is lost with its page is asked for again, and the file is stored once', async ({ box, fault, page, app }) => {
  await fault('slow-answer=60000;times=1;id=lost-with-page');
  const path = longMedia('once.png', 600, 'a.png');
  await box.input.setInputFiles(path);
  await box.start();
  await expect(box.tile('once.png')).toHaveAttribute('data-status', 'processing');
  await page.reload();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 30_000 });
  expect((await app.storedNames()).filter((name) => name.startsWith('once'))).toHaveLength(1);
});

test('a second tab says that its queue is not kept, and never sends that of the first', async ({ box, context, app, said, world }) => {
  await box.choose('a.png', 'anim.gif');
  await expect(box.part('tile')).toHaveCount(2);
  const second = await openBox(await context.newPage(), `?locale=${world.locale}`, app.url);
  await expect(second.root).toHaveAttribute('data-phase', 'empty');
  await second.choose('still.webp');
  const notice = { hasText: said.messages['keep.otherTab'] };
  await expect(second.part('notice').filter(notice)).toBeVisible();
  await expect(second.part('tile')).toHaveCount(1);
  await expect(box.part('notice').filter(notice)).toHaveCount(0);
});

test(
  'a browser without room says that the queue is not kept, and sends all the same',
  { tag: ['@chromium', LARGE] },
  async ({ box, page, app, said }) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 1_000_000 });
    await box.input.setInputFiles([longMedia('a.png', 8_000_000), mediaPath('anim.gif')]);
    await expect(box.part('notice').filter({ hasText: said.messages['keep.full'] })).toBeVisible();
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  },
);

/** How many files' bytes the browser keeps. */
const keptCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('dropline page');
        opened.addEventListener('error', () => reject(opened.error));
        opened.addEventListener('success', () => {
          const counted = opened.result.transaction('files').objectStore('files').count();
          counted.addEventListener('success', () => {
            opened.result.close();
            resolve(counted.result);
          });
        });
      }),
  );
