import { expect, test } from './fixtures.js';
import { mediaBytes } from './box.js';

const png = (name: string) => ({ name, mimeType: 'image/png', buffer: mediaBytes('a.png') });

test('a connection cut while sending is tried again by itself', async ({ box, fault, page }) => {
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/gateway/upload')) answers.push(response.status());
  });
  await fault('cut=100;times=1;id=cut-once');
  await box.choose('clip.mp4');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect(answers).toEqual([200]);
});

test('a lost answer does not store the file twice', async ({ box, fault, page, app }) => {
  await fault('lose-answer;times=1;id=lost-once');
  const ids = new Set<string>();
  page.on('response', (response) => {
    if (response.url().includes('/gateway/upload')) {
      void response.json().then((reply: { image: { id_encoded: string; url: string } }) => ids.add(reply.image.url));
    }
  });
  await box.choose('anim.gif');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect.poll(() => ids.size).toBe(1);
  const body = await (await page.request.get([...ids][0] ?? app.url)).body();
  expect(body.equals(mediaBytes('anim.gif'))).toBe(true);
});

test('a busy host is waited out, visibly', async ({ box, fault }) => {
  await fault('503;times=1;id=busy-once');
  await box.choose('a.png');
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'waiting');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 30_000 });
});

test('what fails for good is reported with its cause and can be retried', async ({ box, fault }) => {
  await fault('500;times=1;id=fails-once');
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  await expect(box.root).toHaveAttribute('data-phase', 'complete');
  await expect(box.root).toContainText('No files were uploaded');
  await box.part('retry').first().click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});

test('some failed, some did not: the outcome is mixed and the report names the failed one', async ({ box, fault, page }) => {
  await fault('413;times=1;id=first-too-large');
  await box
    .part('dropzone')
    .locator('input[type=file]')
    .first()
    .setInputFiles([png('first.png'), png('second.png'), png('third.png')]);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await expect(box.root).toContainText('Some files could not be uploaded.');
  await expect(box.part('tile').and(page.locator('[data-status=failed]'))).toHaveCount(1);
  await expect(box.part('tile').and(page.locator('[data-status=uploaded]'))).toHaveCount(2);
});

test('progress is shown while the bytes leave, then the work of the host', async ({ box, fault }) => {
  await fault('slow=60000');
  await box.choose('clip.mp4');
  await box.start();
  await expect(box.tile('clip.mp4')).toHaveAttribute('data-status', 'uploading');
  await expect(box.part('totals')).not.toBeEmpty();
  await expect(box.root.getByRole('progressbar').first()).toBeVisible();
});

test('the host at work is not called finished', async ({ box, fault }) => {
  await fault('slow-answer=1500');
  await box.choose('a.png');
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'processing');
  await expect(box.root).not.toContainText('100%');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});
