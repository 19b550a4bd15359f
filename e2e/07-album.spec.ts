import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext } from '@playwright/test';
import type { AlbumPrivacy } from '../src/core.js';
import type { Dictionary } from '../src/i18n/loadMessages.js';
import { mediaBytes, plain, write, type Box } from './box.js';
import { test } from './coreFixture.js';
import { expect } from './fixtures.js';
import type { App } from './startApp.js';

/** Visitors have no albums. */
test.use({ account: 'owner' });

interface Run {
  readonly authToken: string;
  readonly pictureBase64: string;
}

/** By the session of the page: upload, album, move, edit, delete. */
const fileByPage = async ({ authToken, pictureBase64 }: Run) => {
  const client = droplineCore.createSessionClient({ baseUrl: location.origin, getAuthToken: () => authToken });
  const picture = Uint8Array.from(atob(pictureBase64), (char) => char.charCodeAt(0));
  const { signal } = new AbortController();
  const send = (name: string) =>
    client.upload(
      { kind: 'file', blob: new Blob([picture]), name, mimeType: 'image/png' },
      { title: name },
      { signal, idempotencyKey: name, onSentBytes: () => {} },
    );
  const [first, second] = [await send('first.png'), await send('second.png')];
  const album = await client.createAlbum?.({ name: 'Trip', description: '', privacy: 'public' }, [first.id], signal);
  const filled = await client.moveToAlbum?.(album?.id ?? '', [second.id], signal);
  const edited = await client.editImage?.(first.id, { title: 'Renamed' }, signal);
  await client.deleteImage?.(second.id, signal);
  const missing = await client.moveToAlbum?.('nowhere', [first.id], signal).catch((error: { code: string }) => error.code);
  return { albumName: album?.name, imageCount: filled?.imageCount, title: edited?.title, deletedUrl: second.viewerUrl, missing };
};

test(
  'a page of the host itself files its uploads by the session of the person',
  { tag: '@chromium' },
  async ({ corePage, coreScript, app }) => {
    const password = readFileSync(join(app.dataDir, 'admin-password'), 'utf8').trim();
    await corePage.goto('/login');
    await corePage.getByLabel('User name').fill('admin');
    await corePage.getByLabel('Password').fill(password);
    await corePage.getByRole('button', { name: 'Sign in' }).click();
    await corePage.goto('/account');
    const authToken = (await corePage.locator('[name=auth_token]').getAttribute('value')) ?? '';
    await corePage.addScriptTag({ path: coreScript });
    const done = await corePage.evaluate(fileByPage, { authToken, pictureBase64: mediaBytes('a.png').toString('base64') });
    expect(done).toMatchObject({ albumName: 'Trip', imageCount: 2, title: 'Renamed' });
    expect(done.missing).toMatch(/\./);
    expect((await corePage.request.get(done.deletedUrl)).status()).toBe(404);
  },
);

/** Through the gateway, without any session. */
const fileByGateway = async (pictureBase64: string) => {
  const client = droplineCore.createGatewayClient({ baseUrl: '/gateway', albums: true });
  const picture = Uint8Array.from(atob(pictureBase64), (char) => char.charCodeAt(0));
  const { signal } = new AbortController();
  const blob = new Blob([picture]);
  const source = { kind: 'file', blob, name: 'gateway.png', mimeType: 'image/png' } as const;
  const image = await client.upload(source, {}, { signal, idempotencyKey: crypto.randomUUID(), onSentBytes: () => {} });
  const album = await client.createAlbum?.({ name: 'By gateway', description: '', privacy: 'public' }, [image.id], signal);
  const albums = await client.listAlbums?.(signal);
  return { album, names: albums?.map(({ name }) => name) };
};

test('the gateway makes and lists albums, and no key comes to the page', { tag: '@chromium' }, async ({ corePage, app }) => {
  const { album, names } = await corePage.evaluate(fileByGateway, mediaBytes('a.png').toString('base64'));
  expect(album).toMatchObject({ name: 'By gateway', imageCount: 1 });
  expect(names).toContain('By gateway');
  expect(JSON.stringify(album)).not.toContain(app.apiKey);
  expect((await corePage.request.get(album?.url ?? '')).status()).toBe(200);
});

interface Listed {
  readonly name: string;
  readonly url: string;
  readonly privacy: string;
  readonly imageCount: number;
}

/** What the upload server has, whoever asks. */
async function albumsOf({ url, apiKey }: App, request: APIRequestContext): Promise<Listed[]> {
  const reply = await request.get(`${url}/api/1/albums`, { headers: { 'X-API-Key': apiKey } });
  return ((await reply.json()) as { albums: Listed[] }).albums;
}

async function upload(box: Box, ...fileNames: string[]): Promise<void> {
  await box.choose(...fileNames);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
}

async function makeAlbum(box: Box, { messages }: Dictionary, name: string, privacy: AlbumPrivacy = 'public'): Promise<void> {
  await box.part('create-album').click();
  await write(box.part('album-name'), name);
  await box.part('dialog').getByRole('radio', { name: messages['album.privacyNames'][privacy], exact: true }).check();
  if (privacy === 'password') await write(box.part('album-password'), 'open sesame');
  await box.part('submit').click();
}

test('what was just uploaded becomes an album of each privacy', async ({ box, app, request, said }) => {
  const privacies: readonly AlbumPrivacy[] = ['public', 'private', 'private_but_link', 'password'];
  for (const privacy of privacies) {
    await upload(box, 'a.png', 'photo.jpg');
    await makeAlbum(box, said, `Seen by ${privacy}`, privacy);
    await expect(box.part('album-prompt')).toContainText(plain(said.messages['album.added'](`Seen by ${privacy}`)));
    await box.part('clear').click();
  }
  const albums = (await albumsOf(app, request)).filter(({ name }) => name.startsWith('Seen by'));
  expect(Object.fromEntries(albums.map(({ name, privacy }) => [name, privacy]))).toEqual(
    Object.fromEntries(privacies.map((privacy) => [`Seen by ${privacy}`, privacy])),
  );
  expect(albums.map(({ imageCount }) => imageCount)).toEqual([2, 2, 2, 2]);
  const statuses = await Promise.all(albums.map(async ({ url, privacy }) => [privacy, (await request.get(url)).status()]));
  expect(Object.fromEntries(statuses)).toMatchObject({ public: 200, private: 404, private_but_link: 200 });
});

test('what was just uploaded moves into an album that is found by its name', async ({ box, app, page, request, said }) => {
  const headers = { 'X-API-Key': app.apiKey };
  for (const name of ['Harbour lights', 'Dunes', 'Árvores']) await request.post(`${app.url}/api/1/albums`, { headers, data: { name } });
  await page.reload();
  await upload(box, 'a.png');
  await box.part('move-to-album').click();
  await write(box.part('album-search'), 'arvores');
  await box.part('album-list').getByRole('radio', { name: 'Árvores' }).check();
  await box.part('submit').click();
  await expect(box.part('album-prompt')).toContainText(plain(said.messages['album.added']('Árvores')));
  await expect(box.part('album-prompt')).toBeFocused();
  const albums = await albumsOf(app, request);
  expect(albums.find(({ name }) => name === 'Árvores')).toMatchObject({ imageCount: 1 });
});

test('what was sent with an album is said to be in it', async ({ box, app, page, request, said }) => {
  const reply = await request.post(`${app.url}/api/1/albums`, { headers: { 'X-API-Key': app.apiKey }, data: { name: 'Chosen before' } });
  expect(reply.ok()).toBe(true);
  await page.reload();
  await box.choose('a.png');
  await box.part('album').first().selectOption('Chosen before');
  await box.start();
  await expect(box.part('album-prompt')).toContainText(plain(said.messages['album.added']('Chosen before')));
});

/** Refused before anything was done, and done with its answer lost. */
for (const [what, fault] of [
  ['refuses', '500;on=albums;times=1;id=album-refused'],
  ['makes without telling', 'half-answer;on=albums;times=1;id=album-lost'],
] as const) {
  test(`an album that the host ${what} is filled by a retry, with nothing uploaded or made twice`, async ({
    box,
    app,
    page,
    fault: play,
    request,
    said,
  }) => {
    const uploads: string[] = [];
    page.on('request', (sent) => sent.url().includes('/gateway/upload') && uploads.push(sent.url()));
    await play(fault);
    await upload(box, 'a.png', 'photo.jpg');
    await makeAlbum(box, said, `Host ${what}`);
    await expect(box.part('dialog').getByRole('alert')).toContainText(said.messages['album.refused']);
    await expect(box.part('album-name')).toHaveValue(`Host ${what}`);
    await box.part('cancel').click();
    await expect(box.part('album-prompt')).toContainText(said.messages['album.failed']({ fileCount: 2, albumName: `Host ${what}` }));
    await box.part('retry-filing').click();
    await expect(box.part('album-prompt')).toContainText(plain(said.messages['album.added'](`Host ${what}`)));
    const albums = await albumsOf(app, request);
    expect(albums.filter(({ name }) => name === `Host ${what}`).map(({ imageCount }) => imageCount)).toEqual([2]);
    expect(uploads).toHaveLength(2);
  });
}

test('the album dialog is in order for those who do not see it', async ({ box, page, said }) => {
  await upload(box, 'a.png');
  await box.part('create-album').click();
  await box.part('dialog').getByRole('radio', { name: said.messages['album.privacyNames'].password }).check();
  const { violations } = await new AxeBuilder({ page }).include('[data-part=dialog]').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(box.part('create-album')).toBeFocused();
});
