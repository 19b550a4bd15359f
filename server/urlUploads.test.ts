import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsInput } from './config/settings.js';
import { Browser } from './testing/Browser.js';
import { type StartedServer, startServer } from './testing/startServer.js';
import { readFixture, refusal, send, store } from './testing/upload.js';

/** What another site serves: pictures, and what only says that it is one. */
const SITE: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  '/sea.png': ['image/png', readFixture('a.png')],
  '/clip.mp4': ['application/octet-stream', readFixture('clip.mp4')],
  '/page.png': ['image/png', '<!doctype html><script>alert(1)</script>'],
  '/..%2F..%2F%3Cb%3E.png': ['image/png', readFixture('a.png')],
};

let site: Server;
let origin = '';
let asked: string[] = [];
let server: StartedServer;

beforeEach(async () => {
  asked = [];
  site = createServer((incoming, answer) => {
    asked.push(incoming.url ?? '');
    const [type, body] = SITE[incoming.url ?? ''] ?? ['text/plain', ''];
    answer.writeHead(body === '' ? 404 : 200, { 'Content-Type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await server.close();
  site.closeAllConnections();
  site.close();
});

const start = async (settings: SettingsInput = {}): Promise<void> => {
  server = await startServer({ settings: { urlUploads: true, urlUploadNetworks: ['127.0.0.0/8'], ...settings }, hasFaults: false });
};
const at = (path: string, headers: Record<string, string> = {}) => ({ file: null, fields: { source: origin + path }, headers });

describe('an address in place of a file', () => {
  it('is fetched and stored as if it had been sent', async () => {
    await start();
    const image = await store(server, at('/sea.png'));
    expect(image).toMatchObject({ filename: 'sea.png', mime: 'image/png', title: 'sea' });
    expect(Buffer.from(await (await fetch(image.url)).arrayBuffer())).toEqual(readFixture('a.png'));
    expect(await readdir(join(server.dataDir, 'tmp'))).toEqual([]);
  });

  it('is taken by GET too, and in the field of ImgBB', async () => {
    await start();
    const query = new URLSearchParams({ key: server.apiKey, source: `${origin}/sea.png` });
    expect((await fetch(`${server.url}/api/1/upload?${query}`)).status).toBe(200);
    expect((await send(server, { file: null, fields: { image: `${origin}/sea.png` } })).status).toBe(200);
  });

  it('may lead to a video, whatever the other site calls it', async () => {
    await start();
    expect(await store(server, at('/clip.mp4'))).toMatchObject({ type: 'video' });
  });

  it('with a repeated Idempotency-Key is fetched once', async () => {
    await start();
    const request = at('/sea.png', { 'Idempotency-Key': 'the-same' });
    expect(await (await send(server, request)).text()).toBe(await (await send(server, request)).text());
    expect(asked).toEqual(['/sea.png']);
  });

  it('names no place on the disk and no markup', async () => {
    await start();
    const image = await store(server, at('/..%2F..%2F%3Cb%3E.png'));
    expect(image.url).toMatch(new RegExp(`^${server.url}/images/\\d{4}/\\d\\d/\\d\\d/[\\w-]+\\.png$`));
    expect(await (await fetch(image.url_viewer)).text()).not.toContain('<b>');
  });

  it.each([
    ['/page.png', 610],
    ['/nothing', 130],
  ])('%s that brings no picture is refused, and leaves nothing', async (path, code) => {
    await start();
    expect(await refusal(server, at(path))).toMatchObject({ code });
    expect(await readdir(join(server.dataDir, 'tmp'))).toEqual([]);
  });

  it('inside is refused, in the words of the API', async () => {
    await start({ urlUploadNetworks: [] });
    expect(await refusal(server, at('/sea.png'))).toEqual({
      status: 400,
      code: 400,
      message: 'Unsupported non-public IP address for upload',
    });
    expect(asked).toEqual([]);
  });

  it('is not fetched for whoever may send nothing more', async () => {
    await start({ flood: { hour: 1 } });
    await store(server);
    expect(await refusal(server, at('/sea.png'))).toMatchObject({ code: 130, message: expect.stringContaining('Flooding') });
    expect(asked).toEqual([]);
  });

  it('is not fetched for a stranger, nor unless the settings say so', async () => {
    await start();
    expect(await refusal(server, { ...at('/sea.png'), key: 'wrong' })).toMatchObject({ code: 100 });
    await server.close();
    await start({ urlUploads: false });
    expect(await refusal(server, at('/sea.png'))).toMatchObject({ code: 403, message: 'URL uploading is disabled' });
    expect(asked).toEqual([]);
  });

  it('is told to be possible before anything is sent', async () => {
    await start();
    const limits = await (await fetch(`${server.url}/api/1/limits`, { headers: { 'X-API-Key': server.apiKey } })).json();
    expect(limits).toMatchObject({ canUploadUrls: true });
  });

  it('is taken by /json', async () => {
    await start({ guestUploads: true });
    const browser = new Browser(server.url);
    await browser.open('/login');
    const answer = await browser.post('/json', { type: 'url', action: 'upload', source: `${origin}/sea.png` });
    expect(await answer.json()).toMatchObject({ image: { filename: 'sea.png' } });
  });
});
