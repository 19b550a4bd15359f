import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { collectLog, type LogLine } from '../testing/collectLog.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture, send, store } from '../testing/upload.js';

const { log, lines, text } = collectLog();
const PASSWORD = 'page-password-4711';
const ACCOUNT_PASSWORD = 'alices-password-0815';
const basic = (password: string): string => `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;

let server: StartedServer;
beforeAll(async () => {
  const environment = { apiKey: 'chv_the_servers_own_key', password: PASSWORD, metricsToken: 'prom_token_1234' };
  server = await startServer({ log, environment, settings: { signUp: true, urlUploads: true } });
  await addMember(server.dataDir, 'alice', ACCOUNT_PASSWORD);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers, redirect: 'manual' });

/** Its line, which comes when its connection is done with it. */
async function lineOf(response: Response): Promise<LogLine> {
  await response.arrayBuffer();
  const requestId = response.headers.get('x-request-id');
  return expect
    .poll(() => lines().find((line) => line['msg'] === 'request' && line['requestId'] === requestId))
    .toBeDefined()
    .then(() => lines().find((line) => line['msg'] === 'request' && line['requestId'] === requestId) ?? {});
}

describe('a request', () => {
  it('has one line, without its query, under the id that stands in the answer', async () => {
    const line = await lineOf(await send(server));
    expect(line).toMatchObject({ level: 'info', method: 'POST', path: '/api/1/upload', status: 200 });
    expect(line['bytesIn']).toBeGreaterThan(readFixture('a.png').length);
    expect(line['bytesOut']).toBeGreaterThan(500);
    expect(line['ms']).toEqual(expect.any(Number));
    expect((await lineOf(await get('/api/1/limits?a=b')))['path']).toBe('/api/1/limits');
  });

  it('counts its own bytes, not those of others on its connection', async () => {
    for (const size of [0, 100_000, 0]) {
      const { bytesIn } = await lineOf(await send(server, { file: null, fields: { title: 'x'.repeat(size) } }));
      expect(bytesIn).toBeGreaterThan(size);
      expect(bytesIn).toBeLessThan(size + 1_000);
    }
  });

  it('through the gateway has the same id on both of its ways', async () => {
    const init = { method: 'POST', body: readFixture('a.png'), headers: { 'Content-Type': 'image/png', Authorization: basic(PASSWORD) } };
    const response = await fetch(`${server.url}/gateway/upload?name=a.png`, init);
    expect(response.status).toBe(200);
    const { requestId } = await lineOf(response);
    const paths = lines().flatMap((line) => (line['msg'] === 'request' && line['requestId'] === requestId ? [line['path']] : []));
    expect(paths).toEqual(['/api/1/upload', '/gateway/upload']);
    expect(lines()).toContainEqual(expect.objectContaining({ msg: 'upload stored', requestId, kind: 'image' }));
  });

  it('cannot choose its id', async () => {
    const { requestId } = await lineOf(await get('/api-v1', { 'X-Request-Id': 'chosen-by-me' }));
    expect(requestId).toMatch(/^[\da-f]{16}$/);
  });

  it('that is refused says by which code', async () => {
    const { requestId } = await lineOf(await send(server, { file: 'note.txt' }));
    expect(lines()).toContainEqual(
      expect.objectContaining({ msg: 'upload refused', requestId, reason: expect.stringMatching(/^getimagesize/), code: 0 }),
    );
  });

  it('that fails leaves its reason and its stack in the log, and its id in the answer', async () => {
    const broken = await startServer({ log });
    await writeFile(join(broken.dataDir, 'images'), '');
    const response = await send(broken);
    expect(await response.clone().json()).toMatchObject({ error: { code: 600 } });
    const { requestId } = await lineOf(response);
    const failed = lines().find((line) => line['msg'] === 'a request failed' && line['requestId'] === requestId);
    expect(failed).toMatchObject({ level: 'error', err: { code: 'ENOTDIR', stack: expect.stringMatching(/^Error: ENOTDIR/) } });
    await rm(join(broken.dataDir, 'images'));
    await broken.close();
  });
});

describe('the log', () => {
  it('holds no key, password, cookie, token or address of a visitor, wherever they stood', async () => {
    const image = await store(server, { headers: { 'Idempotency-Key': 'repeat-me-1234', Authorization: 'Bearer bear-1234' } });
    const browser = new Browser(server.url);
    await browser.signIn('alice', 'a-wrong-password');
    await browser.signIn('alice', ACCOUNT_PASSWORD);
    await browser.open('/account/settings');
    const made = await (await browser.post('/account/settings', { change: 'create-key', name: 'phone' })).text();
    const key = /chv_\w+/.exec(made)?.[0] ?? '';
    const album = { 'album[new]': 'true', 'album[name]': 'x', 'album[description]': '', 'album[privacy]': 'password' };
    const answered = await browser.post('/json', { action: 'create-album', type: 'album', ...album, 'album[password]': 'album-1234' });
    expect(answered.status).toBe(200);
    await browser.post('/json', { action: 'upload', type: 'file', source: new File([readFixture('a.png')], 'named-by-me.png') });
    const cookie = browser.cookieHeader();
    for (const path of [
      `/api/1/upload/?key=${key}&source=http://me:url-password@127.0.0.1:9/a.png?sig=url-signature`,
      `/api/1/upload%3fkey=${key}`,
      `/api/1/albums?key=${key}`,
      `/?key=${key}`,
      `//${key}/`,
      `/json?auth_token=${browser.authToken}`,
      new URL(image.delete_url).pathname.replace('delete', '%64elete').slice(0, -1),
      new URL(image.delete_url).pathname,
    ]) {
      await lineOf(await get(path, { 'X-API-Key': 'chv_wrong_but_secret', Cookie: cookie, Authorization: basic('wrong-page-password') }));
    }
    const fields = { key, source: 'http://me:url-password@127.0.0.1:9/a.png?sig=url-signature' };
    await lineOf(await send(server, { file: null, key: '', fields }));
    await lineOf(await get('/', { Authorization: basic(PASSWORD) }));
    await lineOf(await get('/metrics', { Authorization: 'Bearer prom_token_1234' }));
    const token = new URL(image.delete_url).pathname.split('/').at(-1) ?? '';
    const secrets = [server.apiKey, key, 'chv_wrong_but_secret', PASSWORD, ACCOUNT_PASSWORD, 'a-wrong-password', 'wrong-page-password'];
    secrets.push(basic(PASSWORD).slice(6), basic('wrong-page-password').slice(6), 'album-1234', 'repeat-me-1234', 'bear-1234');
    secrets.push('url-password', 'url-signature', 'prom_token_1234', 'named-by-me', cookie.split('=')[1] ?? '', browser.authToken);
    secrets.push(token, token.slice(0, -1), '127.0.0.1');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8);
      expect(text()).not.toContain(secret);
    }
  });
});
