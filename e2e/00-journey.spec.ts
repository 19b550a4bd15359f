import { expect, test } from './fixtures.js';
import { FIVE, mediaBytes } from './box.js';
import { shownLinks, watchHeadings } from './observe.js';

test('five files go from the picker to their links, and are still there after a restart', async ({ box, app, page }) => {
  const headings = await watchHeadings(page);
  await expect(box.root).toHaveAttribute('data-phase', 'empty');

  await box.choose(...FIVE);
  await expect(box.root).toHaveAttribute('data-phase', 'ready');
  for (const name of FIVE) await expect(box.tile(name).locator('img')).toHaveJSProperty('complete', true);

  await expect(box.part('start')).toHaveText(/Upload 5 files/);
  await box.start();
  await expect(box.root).toHaveAttribute('data-phase', 'complete');
  expect((await headings()).filter((heading) => /^Uploading 5 files \(\d+% complete\)$/.test(heading))).not.toEqual([]);
  await expect(page.getByRole('heading', { name: 'Upload complete' })).toBeVisible();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');

  const viewers = await shownLinks(box, 'Viewer');
  expect(Object.keys(viewers).toSorted()).toEqual(FIVE.toSorted());
  const urls = await shownLinks(box, 'Direct');
  expect(Object.keys(urls).toSorted()).toEqual(FIVE.toSorted());
  const check = async (): Promise<void> => {
    for (const name of FIVE) {
      await expectStored(name, urls[name] ?? '');
      const viewer = await page.request.get(viewers[name] ?? '');
      expect(viewer.status(), name).toBe(200);
      expect(await viewer.text()).toContain(new URL(urls[name] ?? '').pathname);
    }
  };
  const expectStored = async (name: string, url: string): Promise<void> => {
    const response = await page.request.get(url);
    expect(response.status(), name).toBe(200);
    const body = await response.body();
    // A JPEG that is not upright is stored upright, so its bytes differ.
    if (name === 'photo.jpg') expect(body.subarray(0, 2).toString('hex')).toBe('ffd8');
    else expect(body.equals(mediaBytes(name)), `${name} comes back byte for byte`).toBe(true);
  };
  await check();
  await app.restart();
  await check();
});

test('every tile shows a real picture, the video a frame of it', async ({ box }) => {
  await box.choose(...FIVE);
  for (const name of FIVE) {
    const picture = box.tile(name).locator('img').first();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), { message: name }).toBeGreaterThan(0);
  }
});
