import { expect, test } from './fixtures.js';

test('cancelling stops what is being sent, and the box is empty again', async ({ box, fault }) => {
  await fault('stall=1000');
  await box.choose('clip.mp4', 'a.png');
  await box.start();
  await expect(box.root).toHaveAttribute('data-phase', 'uploading');
  await box.part('cancel').last().click();
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('cancelling one file leaves the others alone', async ({ box, fault, page }) => {
  await fault('stall=1000;times=1;id=only-the-first');
  await box.choose('clip.mp4');
  await box.start();
  await expect(box.tile('clip.mp4')).toHaveAttribute('data-status', 'uploading');
  await box.choose('a.png');
  await box.tile('clip.mp4').locator('[data-part=cancel]').click();
  await expect(page.locator('[data-part=tile][data-status=uploading]')).toHaveCount(0);
});
