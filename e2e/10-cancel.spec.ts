import { expect, test } from './fixtures.js';

test('cancelling stops what is being sent, and the box is empty again', async ({ box, fault, page }) => {
  await fault('stall=1000');
  await box.choose('clip.mp4', 'a.png');
  await box.start();
  await expect(box.root).toHaveAttribute('data-phase', 'uploading');
  const aborted = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  await aborted;
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('cancelling one file leaves the others alone', async ({ box, fault }) => {
  await fault('slow=20000');
  await box.choose('clip.mp4', 'a.png');
  await box.start();
  await expect(box.tile('clip.mp4')).toHaveAttribute('data-status', 'uploading');
  await box.tile('clip.mp4').locator('[data-part=cancel]').click();
  await expect(box.tile('clip.mp4')).toHaveAttribute('data-status', 'cancelled');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'uploaded');
  await expect(box.part('link-row')).toHaveCount(1);
});
