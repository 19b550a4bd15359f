import { expect, test } from './fixtures.js';
import { mediaBytes, mediaPath } from './box.js';
import { transferOf } from './transfer.js';

test('the one real button opens the picker', async ({ box, page }) => {
  const picker = page.waitForEvent('filechooser');
  await box.part('browse').click();
  await (await picker).setFiles([mediaPath('a.png'), mediaPath('anim.gif')]);
  await expect(box.part('tile')).toHaveCount(2);
});

test('files dropped on the box become tiles', async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png', 'clip.mp4']);
  await box.part('dropzone').dispatchEvent('dragenter', { dataTransfer: transfer });
  await box.part('dropzone').dispatchEvent('dragover', { dataTransfer: transfer });
  await box.part('dropzone').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(box.tile('a.png')).toBeVisible();
  await expect(box.tile('clip.mp4')).toBeVisible();
});

test('files dropped beside the box never make the browser leave the page', async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png']);
  const isPrevented = await page.evaluate((dataTransfer) => {
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    return !document.body.dispatchEvent(drop);
  }, transfer);
  expect(isPrevented).toBe(true);
  await expect(box.root).toBeVisible();
});

test('a pasted picture becomes a tile', async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png']);
  await page.evaluate((clipboardData) => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, transfer);
  await expect(box.part('tile')).toHaveCount(1);
});

test('a file chosen twice is two tiles, and a removed one is gone', async ({ box }) => {
  await box.choose('a.png');
  await box.choose('a.png');
  await expect(box.part('tile')).toHaveCount(2);
  await box.part('remove').first().click();
  await expect(box.part('tile')).toHaveCount(1);
  await box.part('remove').first().click();
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('a name with umlauts and spaces arrives as it is', async ({ box, page }) => {
  const name = 'ünï cødé 图.png';
  const reply = page.waitForResponse(/gateway\/upload/);
  await box.input.setInputFiles({ name, mimeType: 'image/png', buffer: mediaBytes('a.png') });
  await box.start();
  expect(((await (await reply).json()) as { image: { original_filename: string } }).image.original_filename).toBe(name);
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});
