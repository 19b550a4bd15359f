import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openBox } from './box.js';

async function expectNoFindings(page: Page, phase: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(findings, phase).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any phase (${colorScheme})`, async ({ page, fault }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const box = await openBox(page);
    await expectNoFindings(page, 'empty');
    await box.choose('note.txt', 'a.png', 'clip.mp4');
    await expect(box.part('tile')).toHaveCount(2);
    await expectNoFindings(page, 'ready');
    await fault('slow-answer=4000');
    await box.start();
    await expect(box.root).toHaveAttribute('data-phase', 'uploading');
    await expectNoFindings(page, 'uploading');
    await expect(box.root).toHaveAttribute('data-phase', 'complete');
    await expectNoFindings(page, 'complete');
  });
}

test('axe finds nothing in a mixed and in an all-failed end', async ({ page, box, fault }) => {
  await fault('413;times=1;id=a11y-mixed');
  await box.choose('a.png', 'anim.gif');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await expectNoFindings(page, 'mixed');
  await page.reload();
  await fault('413');
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  await expectNoFindings(page, 'error');
});

test('the journey works by keyboard alone', async ({ page, box }) => {
  // Asked for in time: the browser takes a while until it hands the picker over to a test.
  const picker = page.waitForEvent('filechooser');
  await tabTo(page, 'browse');
  await page.keyboard.press('Enter');
  await (await picker).setFiles(['fixtures/media/a.png', 'fixtures/media/anim.gif']);
  await expect(box.part('tile')).toHaveCount(2);
  await tabTo(page, 'remove');
  await page.keyboard.press('Enter');
  await expect(box.part('tile')).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await tabTo(page, 'start');
  await page.keyboard.press('Enter');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('what happens is said to screen readers', async ({ page, box, said }) => {
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toBeVisible();
  await expect(page.locator('[aria-live=polite], [role=status]').filter({ hasText: said.messages['result.complete'] })).not.toHaveCount(0);
});

/** Presses Tab until the focus is on that part; never more often than a page has stops. */
async function tabTo(page: Page, part: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(`[data-part=${wanted}]`) ?? false, part)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The part ${part} cannot be reached by the Tab key.`);
}
