import { expect, test } from './fixtures.js';
import { longMedia, mediaPath } from './box.js';

/** More than the sockets between browser and server hold. */
const LONG_BYTES = 30_000_000;

test('cancelling stops what is being sent, and the box is empty again', async ({ box, fault, page }) => {
  await fault('stall=1000');
  await box.input.setInputFiles(longMedia('a.png', LONG_BYTES));
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'uploading');
  const aborted = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  await aborted;
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('cancelling one file leaves the others alone', async ({ box, fault }) => {
  await fault('stall=1000;times=1;id=first-stalls');
  await box.input.setInputFiles(longMedia('a.png', LONG_BYTES));
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'uploading');
  await box.input.setInputFiles(mediaPath('anim.gif'));
  await expect(box.tile('anim.gif')).toHaveAttribute('data-status', 'uploaded');
  await box.tile('a.png').locator('[data-part=cancel]').click();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'cancelled');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect(box.part('link-row')).toHaveCount(1);
});
