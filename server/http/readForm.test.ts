import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture } from '../testing/upload.js';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ settings: { maxBytes: 2_000 }, hasFaults: false });
});
afterAll(() => server.close());

const RUNS = { numRuns: 150 };

/** What every answer has to be: JSON in the API's shape, or the bare message where a format without JSON was asked for. */
async function expectClear(response: Response): Promise<void> {
  const text = await response.text();
  expect([200, 302, 400]).toContain(response.status);
  expect(text).not.toMatch(/node_modules|\.ts:\d|SQLITE|\/tmp\//);
  if (!response.headers.get('content-type')?.startsWith('application/json')) return;
  const json = JSON.parse(text) as Record<string, unknown>;
  expect(json['status_code']).toBe(response.status);
  if (response.status === 200) return;
  expect(json).toEqual({ status_code: 400, error: { message: expect.any(String), code: expect.anything() }, status_txt: 'Bad Request' });
}

async function post(body: Uint8Array<ArrayBuffer> | string, contentType: string): Promise<void> {
  const headers = { 'X-API-Key': server.apiKey, 'Content-Type': contentType };
  await expectClear(await fetch(`${server.url}/api/1/upload`, { method: 'POST', headers, body, redirect: 'manual' }));
}

/** Whether it still takes an upload, and what is left of the others. */
async function afterwards(): Promise<{ status: number; left: string[] }> {
  const body = new FormData();
  body.append('source', new File([readFixture('a.png')], 'a.png'));
  const { status } = await fetch(`${server.url}/api/1/upload`, { method: 'POST', headers: { 'X-API-Key': server.apiKey }, body });
  return { status, left: await readdir(join(server.dataDir, 'tmp')) };
}

/** Bytes that look like a form here and there. */
const pieces = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      '--x',
      '--x--',
      '\r\n',
      '\r\n\r\n',
      '--x\r\n',
      '\r\n--x\r\n',
      '\r\n--x--\r\n',
      'Content-Disposition: form-data; name="source"; filename="a.png"\r\n\r\n',
      'Content-Disposition: form-data; name="source"\r\n\r\n',
      'Content-Disposition: form-data; name="width"\r\n\r\n',
      "Content-Disposition: form-data; filename*=UTF-8''%ff; name=source\r\n\r\n",
      'Content-Disposition: form-data\r\n\r\n',
      'Content-Type: video/mp4\r\n',
      'Content-Transfer-Encoding: base64\r\n',
      'a'.repeat(3_000),
    )
    .map((text) => Buffer.from(text)),
);
const likeMultipart = fc.array(pieces, { maxLength: 12 }).map((parts) => new Uint8Array(Buffer.concat(parts)));
const anyBytes = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => new Uint8Array(bytes));

describe('a multipart body', () => {
  it('of any bytes gets a clear answer', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyBytes, likeMultipart), (body) => post(body, 'multipart/form-data; boundary=x')),
      RUNS,
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it.each(['', '\0', '\r\n'])('whose file begins after its end gets a clear answer (%j)', async (content) => {
    const late = `\r\n--x--\r\n--x\r\n--x\r\nContent-Disposition: form-data; filename="a.png"; name=source\r\n\r\n${content}`;
    await post(late, 'multipart/form-data; boundary=x');
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('whose other file begins after its end gets a clear answer', async () => {
    await post(
      '\r\n--x--\r\n--x\r\n--x\r\nContent-Disposition: form-data; filename="a.png"; name=other\r\n\r\na',
      'multipart/form-data; boundary=x',
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('of many large fields is refused before it is all read', async () => {
    const body = new FormData();
    for (let count = 0; count < 4; count++) body.append(`field${count}`, 'x'.repeat(90_000));
    const response = await fetch(`${server.url}/api/1/upload`, { method: 'POST', body });
    expect(((await response.json()) as { error: { code: number } }).error.code).toBe(400);
  });

  it('that is cut anywhere gets a clear answer', { timeout: 60_000 }, async () => {
    const whole = Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nA title\r\n'),
      Buffer.from('--x\r\nContent-Disposition: form-data; name="source"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'),
      readFixture('a.png'),
      Buffer.from('\r\n--x--\r\n'),
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), (length) =>
        post(new Uint8Array(whole.subarray(0, length)), 'multipart/form-data; boundary=x'),
      ),
      RUNS,
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('that is too large is refused wherever the limit falls', { timeout: 60_000 }, async () => {
    const size = fc.integer({ min: 1_990, max: 70_000 });
    await fc.assert(
      fc.asyncProperty(size, async (length) => {
        const body = new FormData();
        body.append('source', new File([new Uint8Array(length)], 'a.png'));
        const response = await fetch(`${server.url}/api/1/upload`, { method: 'POST', headers: { 'X-API-Key': server.apiKey }, body });
        const { error } = (await response.json()) as { error: { code: number } };
        expect(error.code).toBe(length > 2_000 ? 400 : 0);
      }),
      RUNS,
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('whose client vanishes at any byte leaves nothing behind', { timeout: 60_000 }, async () => {
    const head = `POST /api/1/upload HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.apiKey}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000\r\n\r\n`;
    const start = '--x\r\nContent-Disposition: form-data; name="source"; filename="a.png"\r\n\r\n';
    const request = Buffer.from(head + start + 'a'.repeat(1_500));
    await fc.assert(
      fc.asyncProperty(fc.nat(request.length), async (length) => {
        const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
        const closed = new Promise((resolve) => socket.once('close', resolve));
        socket.on('error', () => undefined).end(request.subarray(0, length));
        socket.resume();
        await closed;
      }),
      { numRuns: 60 },
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });
});

const NAMES = [
  'source',
  'image',
  'title',
  'description',
  'tags',
  'album_id',
  'category_id',
  'width',
  'expiration',
  'nsfw',
  'format',
  'key',
];
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '-1',
    '0',
    '1',
    '1e400',
    'NaN',
    'PT5M',
    'P9999999999Y',
    '__proto__',
    'constructor',
    'http://127.0.0.1/',
    readFixture('a.png').toString('base64'),
  ),
);
const fields = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'binary', maxLength: 20 })), values), {
  maxLength: 15,
});

describe('parameters', () => {
  it('of any text get a clear answer, urlencoded', { timeout: 60_000 }, async () => {
    const encode = (pairs: [string, string][]): string =>
      pairs.map((pair) => pair.map((text) => encodeURIComponent(text)).join('=')).join('&');
    await fc.assert(
      fc.asyncProperty(fields, (pairs) => post(encode(pairs), 'application/x-www-form-urlencoded')),
      RUNS,
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('of any bytes get a clear answer, as urlencoded or any other type', { timeout: 60_000 }, async () => {
    const types = fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/json',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'text/plain',
      'x',
    );
    await fc.assert(fc.asyncProperty(anyBytes, types, post), RUNS);
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('of any text get a clear answer in a form of parts', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        const body = new FormData();
        for (const [name, value] of pairs) body.append(name, value);
        const init = { method: 'POST', headers: { 'X-API-Key': server.apiKey }, body, redirect: 'manual' } as const;
        await expectClear(await fetch(`${server.url}/api/1/upload`, init));
      }),
      RUNS,
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });

  it('of any text get a clear answer in the address', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        const query = new URLSearchParams(pairs);
        const init = { headers: { 'X-API-Key': server.apiKey }, redirect: 'manual' } as const;
        await expectClear(await fetch(`${server.url}/api/1/upload/?${query}&a=`, init));
      }),
      RUNS,
    );
    expect(await afterwards()).toEqual({ status: 200, left: [] });
  });
});
