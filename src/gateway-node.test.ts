import { readFileSync } from 'node:fs';
import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway, type GatewayOptions } from './gateway.js';
import { createNodeHandler, remoteAddressOf } from './gateway-node.js';
import { setRemoteAddress } from './gateway/remoteAddress.js';
import { answer, startUpstream } from './gateway/testing/startUpstream.js';

const KEY = 'chv_test_KEY_that_nobody_may_see';
const PHOTO = readFileSync(new URL('../fixtures/media/photo.jpg', import.meta.url));

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  upstream = await startUpstream();
  closers.push(upstream.close);
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const startGateway = (options: Partial<GatewayOptions> = {}): Promise<string> =>
  startServer(createNodeHandler(createGateway({ upstream: upstream.url, apiKey: KEY, ...options })));

async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`;
}

const post = (base: string, query: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/upload?${query}`, { method: 'POST', body, headers: { 'Content-Type': 'image/jpeg', ...headers } });

describe('POST upload', () => {
  it('hands the file on byte for byte, with its name, its type and the key', async () => {
    const base = await startGateway();
    const response = await post(base, 'name=ph%C3%B6to.jpg&title=Hi&nsfw=1', PHOTO);
    expect(response.status).toBe(200);
    const [got] = upstream.uploads;
    expect(got).toMatchObject({ fileName: 'phöto.jpg', mimeType: 'image/jpeg', fields: { title: 'Hi', nsfw: '1' } });
    expect(got?.bytes.equals(PHOTO)).toBe(true);
    expect(got?.headers).toMatchObject({ 'x-api-key': KEY });
    expect(got?.headers['content-length']).toMatch(/^\d+$/);
  });

  it('passes on no key, cookie or authorization of the browser', async () => {
    const base = await startGateway();
    await post(base, 'name=a.jpg&key=theirs', PHOTO, { 'X-API-Key': 'theirs', Cookie: 'a=b', Authorization: 'Basic x' });
    expect(upstream.uploads[0]?.headers).toMatchObject({ 'x-api-key': KEY });
    expect(upstream.uploads[0]?.headers).not.toHaveProperty('cookie');
    expect(upstream.uploads[0]?.headers).not.toHaveProperty('authorization');
    expect(upstream.uploads[0]?.fields).not.toHaveProperty('key');
  });

  it('lets no file name break out of its header', async () => {
    const base = await startGateway();
    const name = 'a"; name="key"\r\nX-Evil: 1\r\n\r\n.jpg';
    await post(base, `name=${encodeURIComponent(name)}`, PHOTO);
    expect(upstream.uploads[0]?.fields).toEqual({});
    expect(upstream.uploads[0]?.bytes.equals(PHOTO)).toBe(true);
  });

  it('shows the key in no answer', async () => {
    const base = await startGateway();
    const answers = [await post(base, 'name=a.jpg', PHOTO), await fetch(`${base}/limits`), await fetch(`${base}/nothing`)];
    for (const each of answers) {
      expect(JSON.stringify([...each.headers])).not.toContain(KEY);
      expect(await each.text()).not.toContain(KEY);
      expect(each.headers.get('set-cookie')).toBeNull();
    }
  });

  it("keeps an error's status and body", async () => {
    upstream.state.behave = (incoming, outgoing) => void incoming.resume().on('end', () => answer(outgoing, 400, { error: { code: 101 } }));
    const response = await post(await startGateway(), 'name=a.jpg', PHOTO);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { code: 101 } });
  });

  it('says 502 when the host cannot be reached', async () => {
    const base = await startGateway({ upstream: 'http://127.0.0.1:9' });
    const response = await post(base, 'name=a.jpg', PHOTO);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ status_code: 502, error: { message: 'The host cannot be reached' } });
  });

  it('does not lead a browser where the host redirects', async () => {
    upstream.state.behave = (incoming, outgoing) =>
      void incoming.resume().on('end', () => outgoing.writeHead(301, { Location: 'http://evil.example' }).end());
    const response = await post(await startGateway(), 'name=a.jpg', PHOTO);
    expect(response.status).toBe(502);
    expect(response.headers.get('location')).toBeNull();
  });

  it('answers a host that refuses before it has read everything', async () => {
    upstream.state.behave = (_incoming, outgoing) => answer(outgoing, 413, { error: { code: 413 } });
    const response = await post(await startGateway(), 'name=a.jpg', new Uint8Array(8_000_000));
    expect(response.status).toBe(413);
  });

  it('refuses what is too long by its own word', async () => {
    const response = await post(await startGateway({ maxBytes: 1000 }), 'name=a.jpg', PHOTO);
    expect(response.status).toBe(413);
    expect(upstream.uploads).toHaveLength(0);
  });

  it.each([
    [411, undefined],
    [400, new Uint8Array()],
  ] as const)('answers %i to a body that is none', async (status, body) => {
    const base = await startGateway();
    const stream = new ReadableStream({ pull: (controller) => (controller.enqueue(new Uint8Array(1)), controller.close()) });
    const init = { method: 'POST', body: body ?? stream, duplex: 'half' } as RequestInit;
    expect((await fetch(`${base}/upload?name=a.jpg`, init)).status).toBe(status);
  });

  it('stops the upstream when the browser vanishes before the last byte', async () => {
    const base = await startGateway();
    const arrived = new Promise<void>((resolve) => (upstream.state.behave = (incoming) => void incoming.once('data', resolve)));
    const outgoing = httpRequest(`${base}/upload?name=a.jpg`, { method: 'POST', headers: { 'Content-Length': '1000000' } });
    outgoing.on('error', () => {});
    outgoing.write(Buffer.alloc(1000));
    await arrived;
    outgoing.destroy();
    await expect.poll(() => upstream.state.aborted).toBe(1);
  });

  it('passes a plain form through and answers it with a page', async () => {
    const form = new FormData();
    form.set('key', 'theirs');
    form.set('source', new File([PHOTO], 'photo.jpg', { type: 'image/jpeg' }));
    const response = await fetch(`${await startGateway()}/upload`, {
      method: 'POST',
      body: form,
      headers: { Accept: 'text/html,application/xhtml+xml' },
    });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('href="https://host.example/image/1"');
    expect(upstream.uploads[0]?.bytes.equals(PHOTO)).toBe(true);
    expect(upstream.uploads[0]?.headers).toMatchObject({ 'x-api-key': KEY });
  });
});

describe('createNodeHandler', () => {
  it('answers at the whole path when a framework has taken a part of it off', async () => {
    const handler = createNodeHandler(createGateway({ upstream: upstream.url, apiKey: KEY }));
    const base = await startServer((incoming, outgoing) => {
      Object.assign(incoming, { originalUrl: incoming.url, url: (incoming.url ?? '').replace('/gateway', '') });
      handler(incoming, outgoing);
    });
    expect((await post(base, 'name=a.jpg', PHOTO)).status).toBe(200);
  });

  it('says 400 to an address that is none', async () => {
    const { hostname, port } = new URL(await startGateway());
    const outgoing = httpRequest({ hostname, port, path: '//' });
    const response = new Promise<number | undefined>((resolve, reject) => {
      outgoing.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
    });
    outgoing.end();
    expect(await response).toBe(400);
  });
});

describe('Idempotency-Key', () => {
  const once = { 'Idempotency-Key': 'k1' };

  it('gives a repeat the first answer and uploads once', async () => {
    const base = await startGateway();
    const first = await (await post(base, 'name=a.jpg', PHOTO, once)).text();
    expect(await (await post(base, 'name=a.jpg', PHOTO, once)).text()).toBe(first);
    expect(upstream.uploads).toHaveLength(1);
  });

  it('lets a concurrent repeat wait for the first', async () => {
    const base = await startGateway();
    const both = await Promise.all([post(base, 'name=a.jpg', PHOTO, once), post(base, 'name=a.jpg', PHOTO, once)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(upstream.uploads).toHaveLength(1);
  });

  it('runs again after a failure', async () => {
    const base = await startGateway();
    upstream.state.behave = (incoming, outgoing) => void incoming.resume().on('end', () => answer(outgoing, 503, {}));
    expect((await post(base, 'name=a.jpg', PHOTO, once)).status).toBe(503);
    upstream.state.behave = null;
    expect((await post(base, 'name=a.jpg', PHOTO, once)).status).toBe(200);
  });

  it("never gives one subject another's answer", async () => {
    const authorize: GatewayOptions['authorize'] = (request) => ({ isAllowed: true, subject: request.headers.get('x-user') ?? '' });
    const base = await startGateway({ authorize });
    await post(base, 'name=a.jpg', PHOTO, { ...once, 'X-User': 'ann' });
    await post(base, 'name=a.jpg', PHOTO, { ...once, 'X-User': 'bob' });
    expect(upstream.uploads).toHaveLength(2);
  });

  it('keeps the answer for the repeat of a browser that vanished after the last byte', async () => {
    const base = await startGateway();
    let release = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      upstream.state.behave = (incoming, outgoing) =>
        void incoming.resume().on('end', () => {
          release = () => answer(outgoing, 200, { image: { id_encoded: 'first' } });
          resolve();
        });
    });
    const browser = new AbortController();
    const lost = fetch(`${base}/upload?name=a.jpg`, { method: 'POST', body: PHOTO, headers: once, signal: browser.signal }).catch(
      () => 'vanished',
    );
    await arrived;
    browser.abort();
    expect(await lost).toBe('vanished');
    const repeat = post(base, 'name=a.jpg', PHOTO, once);
    release();
    expect(await (await repeat).json()).toEqual({ image: { id_encoded: 'first' } });
  });
});

describe('who may upload', () => {
  it.each([
    [{ Origin: 'https://evil.example' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ Origin: 'https://friend.example' }, 200],
  ])('answers a request with %j by %i', async (headers, status) => {
    const base = await startGateway({ allowedOrigins: ['https://friend.example'] });
    expect((await post(base, 'name=a.jpg', PHOTO, headers)).status).toBe(status);
  });

  it('lets an allowed origin read the answer, by name', async () => {
    const base = await startGateway({ allowedOrigins: ['https://friend.example'] });
    const response = await fetch(`${base}/upload`, { method: 'OPTIONS', headers: { Origin: 'https://friend.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://friend.example');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('asks authorize, whose options win', async () => {
    const base = await startGateway({ authorize: () => ({ isAllowed: true, fields: { album_id: 'ours' } }) });
    await post(base, 'name=a.jpg&album_id=theirs', PHOTO);
    expect(upstream.uploads[0]?.fields).toEqual({ album_id: 'ours' });
  });

  it('refuses whom authorize refuses', async () => {
    const base = await startGateway({ authorize: () => ({ isAllowed: false, message: 'Sign in first' }) });
    const response = await post(base, 'name=a.jpg', PHOTO);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { message: 'Sign in first' } });
  });

  it('is told the address at the other end of the connection', async () => {
    const seen: (string | null)[] = [];
    const clientId = (request: Request): string | null => (seen.push(remoteAddressOf(request)), null);
    await post(await startGateway({ clientLimit: { uploadsPerMinute: 9, clientId } }), 'name=a.jpg', PHOTO);
    expect(seen).toEqual(['127.0.0.1']);
    expect(remoteAddressOf(new Request('http://localhost/'))).toBeNull();
  });

  it('serves no connection from outside without authorize, though it calls for localhost', async () => {
    const gateway = createGateway({ upstream: upstream.url, apiKey: KEY });
    const request = new Request('http://localhost/gateway/upload?name=a.jpg', { method: 'POST', body: PHOTO });
    setRemoteAddress(request, '203.0.113.7');
    expect((await gateway(request)).status).toBe(403);
  });

  it('serves no public name without authorize', async () => {
    const gateway = createGateway({ upstream: upstream.url, apiKey: KEY });
    const request = new Request('http://uploads.example/gateway/upload?name=a.jpg', {
      method: 'POST',
      body: PHOTO,
      headers: { 'Content-Length': String(PHOTO.length) },
    });
    expect((await gateway(request)).status).toBe(403);
  });
});

describe('createGateway', () => {
  it.each([
    [{ upstream: 'host.example' }, /upstream must be an http\(s\) address/],
    [{ upstream: 'file:///etc' }, /upstream must be an http\(s\) address/],
    [{ apiKey: '' }, /apiKey is missing/],
    // What an unset variable of the environment is.
    [{ apiKey: undefined as unknown as string }, /apiKey is missing/],
    [{ listensOn: '0.0.0.0' }, /no authorize/],
    [{ listensOn: '::' }, /no authorize/],
    [{ listensOn: '203.0.113.7' }, /no authorize/],
    [{ listensOn: 'uploads.example' }, /no authorize/],
    [{ allowedOrigins: ['*'] }, /allowedOrigins are compared exactly/],
    [{ allowedOrigins: ['https://a.example/'] }, /allowedOrigins are compared exactly/],
    [{ forwardHeaders: ['X-API-Key'] }, /must not name X-API-Key/],
    [{ forwardHeaders: ['cookie'] }, /must not name cookie/],
    [{ forwardHeaders: ['transfer-encoding'] }, /must not name transfer-encoding/],
    [{ clientLimit: { uploadsPerMinute: 0, clientId: () => null } }, /whole number above 0/],
    [{ albums: { session: { user: 'ann', password: '' } } }, /user and the password/],
  ])('refuses %j at once', (wrong, message) => {
    expect(() => createGateway({ upstream: 'https://host.example', apiKey: KEY, ...wrong })).toThrow(message);
  });

  it.each(['127.0.0.1', '::1', 'localhost', '192.168.1.5'])('starts on %s without authorize, and anywhere with it', (listensOn) => {
    const options = { upstream: 'https://host.example', apiKey: KEY };
    expect(() => createGateway({ ...options, listensOn })).not.toThrow();
    expect(() => createGateway({ ...options, listensOn: '0.0.0.0', authorize: () => ({ isAllowed: true }) })).not.toThrow();
  });
});
