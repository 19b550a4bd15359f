import type { Page } from '@playwright/test';
import { openBox } from './box.js';
import { expect, test } from './fixtures.js';

const WIDTHS_PX = [360, 768, 1280];

/** Leaves a picture of each width in e2e/screenshots, for people to look at; what fails is a page that is wider than the screen. */
async function expectToFit(page: Page, state: string): Promise<void> {
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: 900 });
    const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.screenshot({ path: `e2e/screenshots/${state}-${width}.png`, fullPage: true, animations: 'disabled' });
    expect(overflowPx, `${state} at ${width} px`).toBe(0);
  }
}

for (const locale of ['en', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every state fits 360, 768 and 1280 px (${locale}, ${colorScheme})`, async ({ page, fault }) => {
      const name = (state: string): string => `${state}-${locale}-${colorScheme}`;
      await page.emulateMedia({ colorScheme });
      const box = await openBox(page, `?locale=${locale}`);
      await expectToFit(page, name('1-empty'));

      await box.choose('note.txt', 'photo.jpg', 'a.png', 'anim.gif', 'still.avif', 'clip.mp4');
      await expect(box.part('tile').locator('img')).toHaveCount(5);
      await expectToFit(page, name('2-ready'));

      await fault('slow-answer=6000');
      await box.start();
      await expect(box.root).toHaveAttribute('data-phase', 'uploading');
      await expectToFit(page, name('3-uploading'));
      await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 40_000 });
      await expectToFit(page, name('4-success'));

      await page.reload();
      await fault(`413;times=1;id=look-${locale}-${colorScheme}`);
      await box.choose('a.png', 'anim.gif', 'clip.mp4');
      await box.start();
      await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
      await expectToFit(page, name('5-mixed'));

      await page.reload();
      await fault('413');
      await box.choose('a.png', 'clip.mp4');
      await box.start();
      await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
      await expectToFit(page, name('6-error'));
    });
  }
}
