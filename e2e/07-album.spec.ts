import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaBytes } from './box.js';
import { test } from './coreFixture.js';
import { expect } from './fixtures.js';

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

test('a page of the host itself files its uploads by the session of the person', async ({ corePage, coreScript, app }) => {
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
});

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

test('the gateway makes and lists albums, and no key comes to the page', async ({ corePage, app }) => {
  const { album, names } = await corePage.evaluate(fileByGateway, mediaBytes('a.png').toString('base64'));
  expect(album).toMatchObject({ name: 'By gateway', imageCount: 1 });
  expect(names).toContain('By gateway');
  expect(JSON.stringify(album)).not.toContain(app.apiKey);
  expect((await corePage.request.get(album?.url ?? '')).status()).toBe(200);
});
