import type { BrowserContext, Page } from '@playwright/test';
import { boxIn, openBox, write, type Box } from './box.js';
import { test, type EditorSite } from './editorSites.js';
import { expect } from './fixtures.js';
import type { App } from './startApp.js';

const allowing = (...allowedOrigins: string[]): string => JSON.stringify({ popup: { allowedOrigins } });

/** Has a page call for the popup with options of the test's own; what comes of it waits in `outcome`. */
async function callPopup(page: Page, url: string, options: object = {}): Promise<{ box: Box; outcome: Promise<unknown> }> {
  const opened = page.waitForEvent('popup');
  const outcome = page.evaluate(({ address, given }) => openUploadPopup({ url: address, origin: new URL(address).origin, ...given }), {
    address: url,
    given: options,
  });
  // A test that fails closes the page under it.
  outcome.catch(() => {});
  return { box: await boxIn(await opened), outcome };
}

async function uploadIn(box: Box, ...names: string[]): Promise<void> {
  await box.choose(...names);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect(box.part('copy-all')).toBeVisible();
}

interface Heard {
  readonly origin: string;
  readonly data: unknown;
}

/** All messages that come to a page from now on, and whose they are. */
async function noteMessages(page: Page): Promise<() => Promise<readonly Heard[]>> {
  await page.evaluate(() => {
    const heard: Heard[] = [];
    window.addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
}

/** The page has read whom it may talk to. What it then says, it says at once; everything else that a test does comes after. */
const hasReadConfig = async (context: BrowserContext): Promise<void> => {
  const answer = await context.waitForEvent('response', (response) => response.url().endsWith('/dropline.config.json'));
  await answer.finished();
};

const visit = (page: Page, site: EditorSite) => page.goto(`${site.origin}/`);

test('an editor opens the page, a person uploads and inserts, the codes stand in the text and the page is closed', async ({
  allow,
  browserName,
  editor,
  page,
  photos,
  said,
}) => {
  await allow(allowing('https://other.example', editor.origin));
  await visit(page, editor);
  await write(page.getByLabel('Text'), 'Before: ');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Add photos' }).click();
  const box = await boxIn(await opened);
  // Firefox is driven without windows, so none has a size of its own there.
  if (browserName === 'chromium') expect(box.page.viewportSize()).toEqual({ width: 480, height: 700 });
  await uploadIn(box, 'photo.jpg', 'a.png');
  await expect(box.part('results').getByRole('radio', { name: 'Markdown' })).toBeChecked();
  const closed = box.page.waitForEvent('close');
  await box.part('results').getByRole('button', { name: said.messages['result.insert'], exact: true }).click();
  await closed;
  await expect(page.locator('output')).toHaveText('2 inserted');
  const [first = '', second = '', ...rest] = (await page.getByLabel('Text').inputValue()).split('\n');
  expect(rest).toEqual([]);
  expect(first).toMatch(/^Before: !\[[^\]]*\]\(http.*\.jpg\)$/);
  for (const code of [first, second]) {
    const address = /\((.*)\)$/.exec(code)?.[1] ?? '';
    expect(address.startsWith(`${photos.url}/images/`)).toBe(true);
    expect((await page.request.get(address)).status()).toBe(200);
  }
});

test('without that wish the page stays open and says that it is done, and the codes are those that were chosen', async ({
  allow,
  editor,
  page,
  photos,
  said,
}) => {
  await allow(allowing(editor.origin));
  await visit(page, editor);
  const { box, outcome } = await callPopup(page, `${photos.url}/`);
  await uploadIn(box, 'photo.jpg', 'a.png');
  const results = box.part('results');
  await results.getByRole('checkbox', { name: said.messages['result.include']('photo.jpg') }).uncheck();
  await results.getByRole('radio', { name: said.messages['result.linkNames'].delete, exact: true }).check();
  await expect(box.part('insert')).toHaveCount(0);
  await results.getByRole('radio', { name: said.messages['result.linkNames'].direct, exact: true }).check();
  await box.part('insert').click();
  await expect(results.getByRole('status').filter({ hasText: said.messages['result.inserted'] })).toBeVisible();
  await expect(box.part('insert')).toBeFocused();
  await expect(box.part('insert')).toHaveAttribute('aria-disabled', 'true');
  const direct = await results.locator('textarea').inputValue();
  const code = { name: 'a.png', code: direct, directUrl: direct, viewerUrl: expect.stringContaining(`${photos.url}/image/`) as unknown };
  expect(await outcome).toEqual({ format: 'links', files: [code], text: direct });
});

for (const query of ['', '?origin=ORIGIN', '?allowedOrigins=ORIGIN&opener=ORIGIN&popup.allowedOrigins=ORIGIN']) {
  test(`an opener that is not allowed hears nothing and gets nothing, whatever the address says: "/${query}"`, async ({
    allow,
    context,
    editor,
    page,
    photos,
    stranger,
  }) => {
    await allow(allowing(editor.origin));
    await visit(page, stranger);
    const heard = await noteMessages(page);
    const spoken = hasReadConfig(context);
    const { box } = await callPopup(page, `${photos.url}/${query.replaceAll('ORIGIN', encodeURIComponent(stranger.origin))}`);
    await spoken;
    await uploadIn(box, 'a.png');
    await expect(box.part('insert')).toHaveCount(0);
    expect(await heard()).toEqual([]);
  });
}

test('an opener that is not allowed cannot talk the page into it', async ({ allow, context, editor, page, photos, stranger }) => {
  await allow(allowing(editor.origin));
  await visit(page, stranger);
  const spoken = hasReadConfig(context);
  const opened = page.waitForEvent('popup');
  await page.evaluate((url) => Object.assign(window, { popup: window.open(url, '_blank', 'popup') }), `${photos.url}/`);
  const box = await boxIn(await opened);
  await spoken;
  const heard = await noteMessages(box.page);
  await page.evaluate(() => {
    const { popup } = window as unknown as { popup: Window };
    const welcome = { dropline: 'welcome', version: 1, closeAfterInsert: true };
    for (const message of [welcome, { ...welcome, origin: location.origin }, 'welcome', null]) popup.postMessage(message, '*');
  });
  await expect.poll(async () => (await heard()).length).toBe(4);
  await uploadIn(box, 'a.png');
  await expect(box.part('insert')).toHaveCount(0);
});

test("what a strange frame says in the editor's page changes nothing", async ({ allow, editor, page, photos, stranger }) => {
  await allow(allowing(editor.origin));
  await visit(page, editor);
  const { box, outcome } = await callPopup(page, `${photos.url}/`);
  const heard = await noteMessages(page);
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src })), `${stranger.origin}/`);
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  await frame?.waitForLoadState();
  await frame?.evaluate((origin) => {
    const files = [{ name: 'x', code: 'hostile', viewerUrl: `${origin}/image/x`, directUrl: null }];
    window.parent.postMessage({ dropline: 'ready', version: 2 }, '*');
    window.parent.postMessage({ dropline: 'insert', version: 1, format: 'html', files }, '*');
  }, photos.url);
  await expect.poll(async () => (await heard()).filter(({ origin }) => origin === stranger.origin).length).toBe(2);
  await uploadIn(box, 'a.png');
  await box.part('insert').click();
  const codes = (await outcome) as { text: string };
  expect(codes.text).toMatch(new RegExp(`^${photos.url}/image/`));
});

test('a page that is closed without an insertion gives nothing, and one whose wait is aborted is closed', async ({
  allow,
  editor,
  page,
  photos,
}) => {
  await allow(allowing(editor.origin));
  await visit(page, editor);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Add photos' }).click();
  await (await boxIn(await opened)).page.close();
  await expect(page.locator('output')).toHaveText('Nothing was inserted');

  const again = page.waitForEvent('popup');
  const reason = page.evaluate(async (url) => {
    const abort = new AbortController();
    Object.assign(window, { abort });
    return openUploadPopup({ url, origin: new URL(url).origin, signal: abort.signal }).catch((error: Error) => error.message);
  }, `${photos.url}/`);
  const popup = await again;
  const closed = popup.waitForEvent('close');
  await page.evaluate(() => (window as unknown as { abort: AbortController }).abort.abort(new Error('The text was closed')));
  await closed;
  expect(await reason).toBe('The text was closed');
});

test('a page that is loaded anew finds its editor again', async ({ allow, editor, page, photos }) => {
  await allow(allowing(editor.origin));
  await visit(page, editor);
  const { box, outcome } = await callPopup(page, `${photos.url}/`);
  await box.page.reload();
  await uploadIn(box, 'a.png');
  await box.part('insert').click();
  expect((await outcome) as object).toMatchObject({ format: 'links' });
});

test('an editor that has gone takes nothing, and the page says so', async ({ allow, editor, page, photos, said }) => {
  await allow(allowing(editor.origin));
  await visit(page, editor);
  const { box } = await callPopup(page, `${photos.url}/`);
  await uploadIn(box, 'a.png');
  await expect(box.part('insert')).toBeVisible();
  await page.reload();
  await box.part('insert').click();
  await expect(box.part('results').getByText(said.messages['result.insertFailed'])).toBeVisible();
  await expect(box.part('insert')).not.toHaveAttribute('aria-disabled');
});

/** Whether the page and its opener know each other, and what the answer said of it. */
async function tieOf(page: Page, photos: App): Promise<{ hasOpener: boolean; policy: string | undefined }> {
  const opened = page.waitForEvent('popup');
  await page.evaluate((url) => void window.open(url, '_blank', 'popup'), `${photos.url}/`);
  const popup = await opened;
  await popup.locator('[data-part=uploader]').waitFor();
  const hasOpener = await popup.evaluate(() => window.opener !== null);
  await popup.close();
  return { hasOpener, policy: (await page.request.get(`${photos.url}/`)).headers()['cross-origin-opener-policy'] };
}

test('while no origin is named, whoever opens the page has no hold of it', async ({ allow, editor, page, photos }) => {
  await visit(page, editor);
  await allow('{}');
  expect(await tieOf(page, photos)).toEqual({ hasOpener: false, policy: 'same-origin' });
  await allow(allowing('https://other.example'));
  expect(await tieOf(page, photos)).toEqual({ hasOpener: true, policy: 'unsafe-none' });
});

test('a wrong file is said to be wrong, key by key, and files are uploaded all the same', async ({ allow, editor, page, photos }) => {
  await allow(JSON.stringify({ popup: { allowedOrigins: [editor.origin, 'https://*.example'], origin: '*' }, title: 'Photos' }));
  const box = await openBox(page, '', photos.url);
  const problems = page.getByRole('alert').filter({ hasText: 'dropline.config.json is not valid' }).getByRole('listitem');
  await expect(problems).toHaveText([
    'title is unknown. Known here: popup.',
    'popup.origin is unknown. Known here: allowedOrigins.',
    'popup.allowedOrigins[1] is "https://*.example". Wildcards are not taken: name each origin.',
  ]);
  await uploadIn(box, 'a.png');
  await expect(box.part('insert')).toHaveCount(0);
});

test('nothing of it shows on a page that nobody opened', async ({ allow, editor, page, photos }) => {
  await allow(allowing(editor.origin));
  const box = await openBox(page, '', photos.url);
  await uploadIn(box, 'a.png');
  await expect(box.part('insert')).toHaveCount(0);
  await expect(page.getByRole('alert').filter({ hasText: 'dropline.config.json' })).toHaveCount(0);
});
