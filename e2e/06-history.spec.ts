import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.js';

test(
  'links of earlier uploads are kept only when the person turns that on, and can be exported and cleared',
  { tag: '@chromium' },
  async ({ box, page, said: { messages } }) => {
    const history = page.locator('[data-part=history]');
    await box.choose('a.png');
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    await page.reload();
    await history.locator('summary').click();
    await expect(history.locator('[data-part=link-row]')).toHaveCount(0);

    await page.getByLabel(messages['history.turnOn']).check();
    await box.choose('anim.gif', 'still.webp');
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    await expect(history.locator('[data-part=link-row]')).toHaveCount(2);
    await page.reload();
    await expect(history.locator('summary')).toHaveText(messages['history.title'](2));
    await history.locator('summary').click();

    const download = page.waitForEvent('download');
    await history.getByRole('button', { name: messages['history.export'] }).click();
    const entries = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { fileName: string; deleteUrl: string }[];
    expect(entries.map(({ fileName }) => fileName).toSorted()).toEqual(['anim.gif', 'still.webp']);
    expect(entries.every(({ deleteUrl }) => /\/delete\//.test(deleteUrl))).toBe(true);

    await history.getByRole('button', { name: messages['history.clear'] }).click();
    await expect(history.locator('[data-part=link-row]')).toHaveCount(0);
    await page.reload();
    await expect(history.locator('summary')).toHaveText(messages['history.title'](0));
  },
);
