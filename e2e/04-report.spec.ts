import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { mediaBytes, type Box } from './box.js';
import { expect, test } from './fixtures.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const png = (name: string) => ({ name, mimeType: 'image/png', buffer: mediaBytes('a.png') });

const group = (box: Box, code: string) => box.part('failure-group').and(box.page.locator(`[data-code="${code}"]`));

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('failures are grouped by cause, and what can pass is retried together', async ({ box, fault, page, said }) => {
  await fault('413;times=1;id=report-large');
  await box.input.setInputFiles(png('large.png'));
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  await fault('500;times=2;id=report-broken');
  await box.input.setInputFiles(['one.png', 'two.png', 'three.png'].map(png));
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await expect(group(box, 'host.broken')).toContainText(said.messages['report.files'](2));
  await expect(group(box, 'file.tooLarge')).toContainText(said.messages['report.files'](1));
  await expect(group(box, 'file.tooLarge').locator('[data-part=retry]')).toHaveCount(0);
  await box.part('retry-all').click();
  await expect(box.part('failure-group')).toHaveCount(1);
  await expect(box.part('tile').and(page.locator('[data-status=uploaded]'))).toHaveCount(3);
});

test('one file of a group is retried, another removed', async ({ box, fault, page, said: { messages } }) => {
  await fault('500;times=3;id=report-each');
  await box.input.setInputFiles(['one.png', 'two.png', 'three.png'].map(png));
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  await group(box, 'host.broken').locator('summary').click();
  await box
    .part('report')
    .getByRole('button', { name: messages['tile.remove']('two.png') })
    .click();
  await expect(box.tile('two.png')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(messages['tile.remove']('three.png'));
  await box
    .part('report')
    .getByRole('button', { name: messages['tile.retryName']('one.png') })
    .click();
  await expect(box.tile('one.png')).toHaveAttribute('data-status', 'uploaded');
  await expect(box.tile('three.png')).toHaveAttribute('data-status', 'failed');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
});

test('all that failed is removed at once, and the focus is not lost', async ({ box, fault, page }) => {
  await fault('413;times=2;id=report-remove');
  await box.input.setInputFiles(['one.png', 'two.png', 'three.png'].map(png));
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await box.part('remove-all').click();
  await expect(box.part('report')).toHaveCount(0);
  await expect(box.part('tile')).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test(
  'the report is copied as text and downloaded as text and as a table',
  { tag: '@chromium' },
  async ({ box, fault, page, said: { messages } }) => {
    await fault('500');
    await box.input.setInputFiles([png('=1+1,"x".png'), png('two.png')]);
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
    await box.part('copy-report').click();
    await expect(box.part('report').getByRole('status')).toHaveText(messages['result.copied']);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(messages['report.title'](2));
    expect(copied).toContain('[host.broken]');

    const text = await downloaded(page, () => box.part('save-text').click());
    expect(text).toEqual({ name: 'upload-report.txt', text: copied });

    const csv = await downloaded(page, () => box.part('save-csv').click());
    expect(csv.name).toBe('upload-report.csv');
    const [head, first, second, end] = csv.text.split('\r\n');
    expect(head).toBe(
      `\uFEFF${Object.values(messages['report.columns'])
        .map((column) => `"${column}"`)
        .join(',')}`,
    );
    expect(first).toMatch(new RegExp(`^"'=1\\+1,""x"".png",${mediaBytes('a.png').length},".+",".*","host.broken",1$`));
    expect(second).toMatch(/^"two\.png",/);
    expect(end).toBe('');
  },
);
