import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mediaBytes, openBox, type Box } from './box.js';
import { type Dictionary } from '../src/i18n/loadMessages.js';
import { expect, test } from './fixtures.js';
import { startApp } from './startApp.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Host B reviews what visitors upload. Before a review there are no codes; what there is has a test of its own. */
const SEEN_AT_ONCE = { tag: '@not-host-b' };

const choose = (box: Box, name: string) => box.part('results').getByRole('radio', { name, exact: true }).check();

/** What lies in the clipboard after "Copy all" in one format and size. */
async function copied(box: Box, { messages }: Dictionary, format: string, size: string): Promise<string[]> {
  await choose(box, format);
  await choose(box, size);
  await box.part('copy-all').click();
  await expect(box.part('code-bar').getByRole('status')).toHaveText(messages['result.copied']);
  return (await box.page.evaluate(() => navigator.clipboard.readText())).split('\n');
}

/** A page of another origin with the codes in its source. It has a server of its own: browsers let no page of the wide world load from this machine. */
async function pasteInto(page: Page, html: string): Promise<Page> {
  const server = createServer((_, answer) =>
    answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><body>${html}</body>`),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const site = await page.context().newPage();
  await site.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'domcontentloaded' });
  server.close();
  server.closeAllConnections();
  return site;
}

const widthOf = (site: Page, selector: string, at: number) =>
  site
    .locator(selector)
    .nth(at)
    .evaluate((picture) => (picture instanceof HTMLImageElement ? picture.naturalWidth : 0));

test(
  'the codes of pictures and a video, pasted into a page, show them and lead to their viewers',
  SEEN_AT_ONCE,
  async ({ box, page, said }) => {
    await box.choose('photo.jpg', 'a.png', 'clip.webm');
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');

    const viewers = await copied(box, said, said.messages['result.links'], said.messages['result.linkNames'].viewer);
    expect(viewers).toHaveLength(3);
    const full = await copied(box, said, 'HTML', said.messages['result.sizes'].full);
    const linked = await copied(box, said, 'HTML', said.messages['result.sizes'].thumbnailLinked);
    const site = await pasteInto(page, [...full, ...linked].join('\n'));
    await expect(site.locator('img')).toHaveCount(5);
    for (let at = 0; at < 5; at += 1) await expect.poll(() => widthOf(site, 'img', at)).toBeGreaterThan(0);
    await expect.poll(() => site.locator('video').evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBeGreaterThan(0);
    const hrefs = await site.locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs).toEqual(viewers);
    for (const href of hrefs) expect((await page.request.get(href)).status()).toBe(200);
  },
);

test('every format and size leads to something that the host serves', SEEN_AT_ONCE, async ({ box, page, said }) => {
  await box.choose('photo.jpg', 'clip.webm');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const addresses = new Set<string>();
  for (const format of ['HTML', 'Markdown', 'BBCode']) {
    for (const size of ['full', 'fullLinked', 'thumbnailLinked'] as const) {
      const codes = await copied(box, said, format, said.messages['result.sizes'][size]);
      expect(codes).toHaveLength(2);
      for (const address of codes.join('\n').match(/https?:[^\s"')[\]>]+/g) ?? []) addresses.add(address);
    }
  }
  // The viewers, the files and the thumbnails of both, and the video's still.
  expect(addresses.size).toBe(7);
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200);
});

test('a title that looks like markup stays a title', SEEN_AT_ONCE, async ({ box, page, said }) => {
  const name = `"><img src=x onerror=alert(1)> [a](b) 'c'.png`;
  await box.input.setInputFiles({ name, mimeType: 'image/png', buffer: mediaBytes('a.png') });
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const site = await pasteInto(page, (await copied(box, said, 'HTML', said.messages['result.sizes'].fullLinked)).join('\n'));
  await expect(site.locator('img')).toHaveCount(1);
  await expect(site.getByRole('link')).toHaveCount(1);
  await expect.poll(() => widthOf(site, 'img', 0)).toBeGreaterThan(0);
  expect(await site.locator('img').getAttribute('alt')).toContain('onerror=alert(1)');
});

test('one file can be copied alone, and left out of the whole', SEEN_AT_ONCE, async ({ box, page, said }) => {
  await box.choose('photo.jpg', 'a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const all = await copied(box, said, said.messages['result.links'], said.messages['result.linkNames'].direct);
  await box
    .part('results')
    .getByRole('button', { name: said.messages['result.copy']('a.png') })
    .click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(all[1]);
  await box
    .part('results')
    .getByRole('checkbox', { name: said.messages['result.include']('photo.jpg') })
    .uncheck();
  expect(await copied(box, said, said.messages['result.links'], said.messages['result.linkNames'].direct)).toEqual([all[1]]);
});

test(
  'codes that could not be loaded are said to be missing, and can be asked for again',
  { tag: '@chromium' },
  async ({ box, page, said }) => {
    await page.route(/EmbedCodes/, (route) => route.abort());
    await box.choose('a.png');
    await box.start();
    await expect(box.part('not-loaded')).toContainText(said.messages['part.notLoaded']);
    await expect(box.tile('a.png')).toHaveAttribute('data-status', 'uploaded');
    await page.unroute(/EmbedCodes/);
    await box.part('load').click();
    await expect(box.part('copy-all')).toBeVisible();
  },
);

test('before a review there is the viewer link only', async ({ page, said, world }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dropline-e2e-'));
  const guestApiKey = 'chv_e2e_guest_key_0123456789';
  await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ guestUploads: true, guestApiKey }));
  const host = await startApp({ SETTINGS: 'host-b', DATA_DIR: dataDir });
  const front = await startApp({ UPSTREAM: host.url, API_KEY: guestApiKey });
  try {
    const box = await openBox(page, `?locale=${world.locale}`, front.url);
    await box.choose('photo.jpg', 'clip.webm');
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    expect(await copied(box, said, said.messages['result.links'], said.messages['result.linkNames'].viewer)).toHaveLength(2);
    const { direct, frame, thumbnail, medium } = said.messages['result.linkNames'];
    for (const name of ['HTML', 'Markdown', 'BBCode', direct, frame, thumbnail, medium]) {
      await expect(box.part('results').getByRole('radio', { name, exact: true })).toBeDisabled();
    }
  } finally {
    await front.stop();
    await host.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
