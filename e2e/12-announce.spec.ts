import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

/** Collects what the two live regions say, in order, as a screen reader would hear it. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelectorAll('[data-part=uploader] > [role=status], [data-part=uploader] > [role=alert]')) {
      const name = region.getAttribute('role') === 'alert' ? 'at once' : 'politely';
      new MutationObserver(() => {
        const words = region.textContent.trim();
        if (words !== '') heard.push(`${name}: ${words}`);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test('there are two live regions, one polite and one that speaks at once', async ({ box }) => {
  await expect(box.root.locator('> [aria-live], > [role=status], > [role=alert]')).toHaveCount(2);
});

test('the whole journey is heard: refusals at once, the order of files, progress by quarters, and its end once', async ({
  page,
  box,
  fault,
}) => {
  const heard = await listen(page);
  await box.choose('note.txt', 'a.png', 'anim.gif', 'still.webp', 'photo.jpg');
  await expect(box.part('tile')).toHaveCount(4);
  await box.tile('a.png').locator('[data-main]').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await fault('slow-answer=300');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const words = await heard();
  const progress = words.filter((each) => /\d+%/.test(each));
  expect(words.filter((each) => !/\d+%/.test(each))).toEqual([
    'at once: 1 file was not added',
    'politely: a.png: place 2 of 4',
    'politely: The queue is uploading. This takes just a moment.',
    'politely: Upload complete',
  ]);
  expect(progress.length).toBeLessThanOrEqual(3);
  expect(progress.every((each) => /^politely: .*\b(25|50|75)%/.test(each))).toBe(true);
});

test('a failure and its repair are heard', async ({ page, box, fault }) => {
  await fault('500;times=1;id=announce');
  const heard = await listen(page);
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  expect((await heard()).at(-1)).toBe('politely: No files were uploaded');
  await box.part('retry').first().click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect((await heard()).at(-1)).toBe('politely: Upload complete');
});
