import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway, type GatewayOptions } from '../../gateway.js';

const KEY = 'chv_key_of_the_site';
const ALBUM = { id: 'wh', name: 'Trip', url: 'https://host.example/album/wh', privacy: 'public', imageCount: 2, parentId: null };

interface Call {
  readonly route: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const calls: Call[] = [];
const reply = { status: 200, body: {} as unknown };
const server = createServer((incoming, outgoing) => {
  void text(incoming).then((body) => {
    calls.push({ route: `${incoming.method} ${incoming.url}`, headers: incoming.headers, body });
    outgoing.writeHead(reply.status, { 'Content-Type': 'application/json', 'Set-Cookie': 'a=b' });
    outgoing.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  });
});
let url = '';

beforeEach(async () => {
  calls.splice(0);
  Object.assign(reply, { status: 200, body: { album: ALBUM } });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const gatewayOf = (options: Partial<GatewayOptions> = {}) => createGateway({ upstream: url, apiKey: KEY, albums: 'key', ...options });

const ask = (path: string, body?: unknown, headers: Record<string, string> = { 'Content-Type': 'application/json' }): Request =>
  new Request(`http://localhost/gateway/albums${path}`, {
    headers,
    ...(body !== undefined && { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

const draft = { name: 'Trip', description: '', privacy: 'public' };

describe('albums by the key', () => {
  it('lists, and keeps of each what the widget needs', async () => {
    reply.body = { albums: [{ ...ALBUM, user: { email: 'a@b.example' }, password: 'x' }, { name: 'no id' }, null] };
    const answer = await gatewayOf()(ask(''));
    expect(await answer.json()).toEqual({ albums: [ALBUM] });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(calls[0]).toMatchObject({ route: 'GET /api/1/albums', headers: { 'x-api-key': KEY } });
  });

  it('makes one and moves images into it', async () => {
    const answer = await gatewayOf()(ask('', { ...draft, imageIds: ['a', 'b'], key: 'theirs' }));
    expect(await answer.json()).toEqual({ album: ALBUM });
    expect(calls[0]).toMatchObject({ route: 'POST /api/1/albums', headers: { 'x-api-key': KEY, 'content-type': 'application/json' } });
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ ...draft, imageIds: ['a', 'b'] });
  });

  it('moves images', async () => {
    await gatewayOf()(ask('/w%2Fh/images', { imageIds: ['a'] }));
    expect(calls[0]).toMatchObject({ route: 'POST /api/1/albums/w%2Fh/images', body: '{"imageIds":["a"]}' });
  });

  it("keeps a refusal's status, code and words, and nothing else of it", async () => {
    Object.assign(reply, {
      status: 400,
      body: { error: { message: `Invalid album name ${KEY} of ann@host.example\nstack`, code: 140 }, request: KEY },
    });
    const answer = await gatewayOf()(ask('', draft));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      status_code: 400,
      error: { message: 'Invalid album name … of …', code: 140 },
      status_txt: 'Bad Request',
    });
  });

  it.each([
    ['<html>', 200],
    [{ album: { id_encoded: null } }, 200],
    ['', 302],
  ])('says 502 to an answer %j with %i', async (body, status) => {
    Object.assign(reply, { body, status });
    expect((await gatewayOf()(ask('', draft))).status).toBe(502);
  });

  it.each([
    [415, ask('', JSON.stringify(draft), { 'Content-Type': 'text/plain' })],
    [400, ask('', '{')],
    [400, ask('', { ...draft, name: ' ' })],
    [400, ask('', { ...draft, name: 'n'.repeat(101) })],
    [400, ask('', { ...draft, privacy: 'everybody' })],
    [400, ask('', { ...draft, privacy: 'password' })],
    [400, ask('', { ...draft, imageIds: 'a' })],
    [400, ask('/wh/images', { imageIds: [1] })],
    [413, ask('', { ...draft, description: 'x'.repeat(300_000) })],
    [404, ask('/%ff/images', { imageIds: [] })],
    [404, ask('/wh', {})],
    [405, ask('/wh/images')],
    [403, ask('', draft, { 'Content-Type': 'application/json', Origin: 'https://evil.example' })],
  ])('answers %i by its own word', async (status, request) => {
    expect((await gatewayOf()(request)).status).toBe(status);
    expect(calls).toHaveLength(0);
  });

  it('asks authorize, and keeps out whom an album is fixed for', async () => {
    const refusing = gatewayOf({ authorize: () => ({ isAllowed: false }) });
    const fixing = gatewayOf({ authorize: () => ({ isAllowed: true, fields: { album_id: 'ours' } }) });
    expect((await refusing(ask('', draft))).status).toBe(401);
    expect((await fixing(ask('', draft))).status).toBe(403);
    expect((await fixing(ask(''))).status).toBe(403);
    expect(calls).toHaveLength(0);
  });

  it('has no route without a way', async () => {
    expect((await createGateway({ upstream: url, apiKey: KEY })(ask(''))).status).toBe(404);
  });
});
