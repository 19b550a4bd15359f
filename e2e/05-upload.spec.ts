import { expect, test } from './fixtures.js';
import { watchStatuses } from './observe.js';
import { longMedia, mediaBytes, plain } from './box.js';

/** Host A takes no file over 1 MB. */
const LARGE = { tag: '@not-host-a' };

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

test('a lost answer does not store the file twice', async ({ box, fault, app }) => {
  await fault('lose-answer;times=1;id=lost-once');
  const buffer = mediaBytes('anim.gif');
  await box.input.setInputFiles({ name: 'lost-answer.gif', mimeType: 'image/gif', buffer });
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect((await app.storedNames()).filter((name) => name.startsWith('lost-answer'))).toHaveLength(1);
});

test('a busy host is waited out, visibly', async ({ box, fault }) => {
  await fault('503;times=1;id=busy-once');
  await box.choose('a.png');
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'waiting');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 30_000 });
});

test('what fails for good is reported with its cause and can be retried', async ({ box, fault, said }) => {
  await fault('500;times=1;id=fails-once');
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'error');
  await expect(box.root).toHaveAttribute('data-phase', 'complete');
  await expect(box.root).toContainText(said.messages['result.none']);
  await box.part('retry').first().click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});

test('some failed, some did not: the outcome is mixed and the report names the failed one', async ({ box, fault, page, said }) => {
  await fault('413;times=1;id=first-too-large');
  await box.input.setInputFiles([png('first.png'), png('second.png'), png('third.png')]);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await expect(box.root).toContainText(plain(said.messages['result.mixedNote']));
  await expect(box.part('tile').and(page.locator('[data-status=failed]'))).toHaveCount(1);
  await expect(box.part('tile').and(page.locator('[data-status=uploaded]'))).toHaveCount(2);
});

test('progress is shown while the bytes leave, then the work of the host', LARGE, async ({ box, fault, page, said }) => {
  await fault('slow=8000000');
  const statuses = await watchStatuses(page);
  await box.input.setInputFiles(longMedia('a.png', 40_000_000));
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'uploading');
  await expect(box.part('totals')).toHaveText(said.messages['queue.uploadedOf']({ uploadedCount: 0, fileCount: 1 }));
  await expect(box.part('upload-progress').getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    new RegExp(said.formats.bytes(40_000_000)),
  );
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  // A host at ease works for a moment only.
  expect((await statuses()).filter((status) => status !== 'queued')).toEqual(['ready', 'uploading', 'processing', 'uploaded']);
});

test('the host at work is not called finished', async ({ box, fault }) => {
  await fault('slow-answer=1500');
  await box.choose('a.png');
  await box.start();
  await expect(box.tile('a.png')).toHaveAttribute('data-status', 'processing');
  await expect(box.root).not.toContainText('100%');
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});

test('the button that starts stands still from when it is there', async ({ box, page }) => {
  const places = await page.evaluateHandle(() => {
    const seen: number[] = [];
    const look = (): void => {
      const button = document.querySelector('[data-part=start]');
      const place = button && Math.round(button.getBoundingClientRect().top + scrollY);
      if (place !== null && seen.at(-1) !== place) seen.push(place);
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await box.choose('photo.jpg', 'a.png', 'clip.mp4');
  await expect(box.part('tile').locator('img')).toHaveCount(3);
  await expect(box.part('batch-options')).toBeVisible();
  expect(await places.jsonValue()).toHaveLength(1);
});
