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
  said: { messages },
  arrows,
}) => {
  const heard = await listen(page);
  await box.choose('note.txt', 'a.png', 'anim.gif', 'still.webp', 'photo.jpg');
  await expect(box.part('tile')).toHaveCount(4);
  await box.tile('a.png').locator('[data-main]').focus();
  await page.keyboard.press(`Alt+${arrows.onwards}`);
  await fault('slow-answer=300');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const words = await heard();
  const quarters = [0.25, 0.5, 0.75].map((fraction) => `politely: ${messages['announce.progress'](fraction)}`);
  expect(words.filter((each) => !quarters.includes(each))).toEqual([
    `at once: ${messages['announce.refused'](1)}`,
    `politely: ${messages['queue.moved']({ name: 'a.png', position: 2, count: 4 })}`,
    `politely: ${messages['upload.note']}`,
    `politely: ${messages['result.complete']}`,
  ]);
  expect(words.filter((each) => quarters.includes(each)).length).toBeLessThanOrEqual(3);
});

test('a failure and its repair are heard', async ({ page, box, fault, said: { messages } }) => {
  await fault('500;times=1;id=announce');
  const heard = await listen(page);
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  expect((await heard()).at(-1)).toBe(`politely: ${messages['result.none']}`);
  await box.part('retry').first().click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect((await heard()).at(-1)).toBe(`politely: ${messages['result.complete']}`);
});

test('an end that is not whole is heard as such', async ({ page, box, fault, said: { messages } }) => {
  await fault('500;times=1;id=mixed');
  const heard = await listen(page);
  await box.choose('a.png', 'photo.jpg');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await expect.poll(heard).toContain(`politely: ${messages['result.complete']} – ${messages['report.title'](1)}`);
});

test('what stops the queue is heard, and that it goes on', async ({ page, box, fault, said: { messages } }) => {
  await fault('slow-answer=1500');
  const heard = await listen(page);
  await box.choose('a.png', 'photo.jpg');
  await box.start();
  await box.part('pause').click();
  await expect.poll(heard).toContain(`politely: ${messages['upload.pausedNote']}`);
  await box.part('pause').click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect((await heard()).at(-1)).toBe(`politely: ${messages['result.complete']}`);
});

test('a limit of the host is heard with its wait', async ({ page, box, fault, said: { messages } }) => {
  await fault('flood;times=1;id=announce-flood');
  const heard = await listen(page);
  await box.choose('a.png');
  await box.start();
  await expect(box.root).toHaveAttribute('data-paused', 'rate-limit');
  const waits = [58, 59, 60].map((seconds) => `politely: ${messages['upload.rateLimited'](seconds)}`);
  await expect.poll(async () => (await heard()).filter((words) => waits.includes(words))).toHaveLength(1);
  await box.part('pause').click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});
