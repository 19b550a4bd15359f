import { basename } from 'node:path';
import { manyMedia } from './box.js';
import { expect, test } from './fixtures.js';

const nameOf = (path: string): string => basename(path);

for (const [trouble, faultHeader] of [
  ['connections that break in the middle', 'cut=1000;times=6;id=net-cut'],
  ['answers that are lost after storing', 'lose-answer;times=6;id=net-lost'],
  ['answers that are lost between gateway and host', 'lose-answer;leg=upstream;times=6;id=net-lost-behind'],
  ['a busy host', '503;retry-after=1;times=6;id=net-busy'],
  ['a host that asks to wait', '429;retry-after=1;times=2;id=net-limit'],
] as const) {
  test(`after ${trouble} each of twenty files is stored exactly once`, async ({ box, fault, app }) => {
    await fault(faultHeader);
    const stem = /id=(.+)$/.exec(faultHeader)?.[1] ?? '';
    const paths = manyMedia(stem, 20);
    await box.input.setInputFiles(paths);
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 50_000 });
    expect((await app.storedNames()).filter((name) => name.startsWith(stem))).toEqual(paths.map(nameOf));
  });
}

test('a host that breaks inside: what failed is retried by the person, and stored once', async ({ box, fault, app, page }) => {
  await fault('500;times=4;id=net-broken');
  const paths = manyMedia('broken', 12);
  await box.input.setInputFiles(paths);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'mixed');
  await expect(box.part('report')).toContainText('The server answered with an error');
  await page.getByRole('button', { name: 'Retry 4 files' }).click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect((await app.storedNames()).filter((name) => name.startsWith('broken'))).toEqual(paths.map(nameOf));
});

for (const [what, signal] of [
  ['restarts', 'SIGINT'],
  ['is killed and started again', 'SIGKILL'],
] as const) {
  test(`a server that ${what} in the middle of fifty uploads has each of them once in the end`, async ({ box, fault, app, page }) => {
    test.setTimeout(150_000);
    await fault('slow-answer=400');
    const paths = manyMedia(signal, 50);
    await box.input.setInputFiles(paths);
    await box.start();
    await expect.poll(() => box.part('tile').and(page.locator('[data-status=uploaded]')).count()).toBeGreaterThan(5);
    await app.restart(signal);
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 100_000 });
    expect((await app.storedNames()).filter((name) => name.startsWith(signal))).toEqual(paths.map(nameOf));
  });
}

test('offline for a while: the queue says so, waits, and goes on by itself', async ({ box, fault, app, context }) => {
  await fault('slow-answer=300');
  const paths = manyMedia('offline', 12);
  await box.input.setInputFiles(paths);
  await box.start();
  await expect(box.root).toHaveAttribute('data-phase', 'uploading');
  await context.setOffline(true);
  await expect(box.root).toHaveAttribute('data-paused', 'offline');
  await expect(box.part('notice')).toContainText('No connection');
  await context.setOffline(false);
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success', { timeout: 30_000 });
  expect((await app.storedNames()).filter((name) => name.startsWith('offline'))).toEqual(paths.map(nameOf));
});

test('what draws the pictures did not load: they come with the connection', { tag: '@chromium' }, async ({ box, context }) => {
  await context.setOffline(true);
  await box.choose('photo.jpg');
  await expect(box.part('tile')).toHaveCount(1);
  await expect(box.part('tile-preview')).toHaveCount(0);
  await context.setOffline(false);
  await expect(box.part('tile-preview')).toHaveCount(1);
});

test('a flood limit stops the whole queue once, visibly, and one file goes first when it is resumed', async ({ box, fault, page }) => {
  await fault('flood;times=1;id=net-flood');
  const paths = manyMedia('flood', 4);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/gateway/upload')) sent.push(request.url());
  });
  await box.input.setInputFiles(paths);
  await box.start();
  await expect(box.root).toHaveAttribute('data-paused', 'rate-limit');
  await expect(box.part('countdown')).toContainText(/Continues in (1:00|0:5\d)/);
  await expect(box.part('notice')).toHaveCount(1);
  const before = sent.length;
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect(before).toBeLessThanOrEqual(3);
  expect(sent.length).toBe(5);
});
