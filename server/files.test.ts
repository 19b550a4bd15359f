import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from './testing/startServer.js';
import { readFixture, store } from './testing/upload.js';

let server: StartedServer;
let url = '';
const bytes = readFixture('clip.mp4');
beforeAll(async () => {
  server = await startServer({ hasFaults: false });
  ({ url } = await store(server, { file: 'clip.mp4' }));
});
afterAll(() => server.close());

const get = (headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(url, { method, headers });
const bodyOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('a stored file', () => {
  it('is served whole, with its type and length, and may be kept', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+, immutable$/);
    expect((await bodyOf(response)).equals(bytes)).toBe(true);
  });

  it('can do nothing in a browser but be shown', async () => {
    const { headers } = await get();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; media-src 'self'; sandbox allow-same-origin");
    const picture = await fetch((await store(server)).url);
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=100-', 100, bytes.length],
    ['bytes=-100', bytes.length - 100, bytes.length],
    ['bytes=0-99999999', 0, bytes.length],
  ])('is served in part: %s', async (range, start, end) => {
    const response = await get({ Range: range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${bytes.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start));
    expect((await bodyOf(response)).equals(bytes.subarray(start, end))).toBe(true);
  });

  it.each(['bytes=5-2', 'bytes=a-b', 'bytes=0-1,5-9', 'lines=0-1', 'bytes=-'])(
    'is served whole for a range that is none: %s',
    async (range) => {
      const response = await get({ Range: range });
      expect(response.status).toBe(200);
      expect((await bodyOf(response)).length).toBe(bytes.length);
    },
  );

  it.each([`bytes=${bytes.length}-`, 'bytes=-0'])('has no such part: %s', async (range) => {
    const response = await get({ Range: range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
  });

  it('is not sent again to one who has it', async () => {
    const tag = (await get()).headers.get('etag') ?? '';
    const response = await get({ 'If-None-Match': tag });
    expect(response.status).toBe(304);
    expect((await bodyOf(response)).length).toBe(0);
  });

  it('is sent whole to one who has a part of another', async () => {
    expect((await get({ Range: 'bytes=5-9', 'If-Range': '"other"' })).status).toBe(200);
    const tag = (await get()).headers.get('etag') ?? '';
    expect((await get({ Range: 'bytes=5-9', 'If-Range': tag })).status).toBe(206);
  });

  it('is described by HEAD, and not sent', async () => {
    const response = await get({}, 'HEAD');
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect((await bodyOf(response)).length).toBe(0);
  });

  it.each([
    '/images/',
    '/images/2026/01/01/none.png',
    '/images/../dropline.sqlite',
    '/images/..%2f..%2fapi-key',
    '/images/%2e%2e/api-key',
    '/images/%00',
    '/images/%E0%A4%A',
  ])('is not found at %s', async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(server.apiKey);
  });
});

describe('the delete address', () => {
  it('deletes the files and the page, once', async () => {
    const image = await store(server);
    const deleted = await fetch(image.delete_url, { redirect: 'manual' });
    expect(deleted.status).toBe(301);
    for (const gone of [image.url, image.thumb.url, image.url_viewer, image.delete_url]) expect((await fetch(gone)).status).toBe(404);
  });

  it('deletes nothing by a wrong hash, nor by one of another upload', async () => {
    const [image, other] = [await store(server), await store(server)];
    const wrong = [image.delete_url.replace(/.$/, (last) => (last === '0' ? '1' : '0')), `${image.url_viewer}/delete/`];
    wrong.push(`${image.url_viewer}/delete/${other.delete_url.split('/').at(-1)}`);
    for (const address of wrong) expect((await fetch(address)).status).toBe(404);
    expect((await fetch(image.url)).status).toBe(200);
  });

  it('deletes nothing for one who only asks whether it is there', async () => {
    const image = await store(server);
    expect((await fetch(image.delete_url, { method: 'HEAD' })).status).toBe(405);
    expect((await fetch(image.url)).status).toBe(200);
  });
});
