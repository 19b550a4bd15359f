import { describe, expect, it } from 'vitest';
import type { HostLimits } from './contract.js';
import { createGatewayClient } from './createGatewayClient.js';
import { exchange } from './testing/answers.js';
import { call, fileSource, partOf } from './testing/calls.js';
import { playHost } from './testing/playHost.js';

const stored = exchange('up-png').body;
const { signal } = new AbortController();
const limits: HostLimits = {
  formats: ['jpeg', 'png'],
  maxBytes: 1_000_000,
  options: ['title', 'tags'],
  categories: [{ id: '1', name: 'Nature' }],
  canUploadUrls: true,
  isModerated: false,
  refusesDuplicates: true,
  account: { kind: 'guest', signUpUrl: 'https://host.example/signup', signInUrl: null, guestExpiration: 'P1M' },
};

describe('createGatewayClient', () => {
  it('sends the raw file with its options in the query', async () => {
    const host = await playHost(stored);
    const options = {
      title: 'Ä & b',
      description: 'two\nlines',
      tags: ['sea', 'sun'],
      albumId: 'wh',
      categoryId: '3',
      widthPx: 800,
      expiration: 'P3D',
      isNsfw: true,
    };
    const image = await createGatewayClient({ baseUrl: host.url }).upload(
      fileSource('Ünï 写真.png', 'image/png', 'raw bytes'),
      options,
      call(),
    );
    expect(image).toMatchObject({ id: 'xT', kind: 'image' });
    const request = await host.lastRequest();
    const { pathname, searchParams } = new URL(request.url, 'http://gateway.test');
    expect(pathname).toBe('/upload');
    expect(Object.fromEntries(searchParams)).toEqual({
      name: 'Ünï 写真.png',
      title: 'Ä & b',
      description: 'two\nlines',
      tags: 'sea,sun',
      album_id: 'wh',
      category_id: '3',
      width: '800',
      expiration: 'P3D',
      nsfw: '1',
    });
    expect(request).toMatchObject({
      method: 'POST',
      body: 'raw bytes',
      headers: { 'content-type': 'image/png', 'idempotency-key': 'key-1' },
    });
  });

  it('sends nothing of options that were not given', async () => {
    const host = await playHost(stored);
    await createGatewayClient({ baseUrl: host.url }).upload(fileSource('a.png', 'image/png'), {}, call());
    expect((await host.lastRequest()).url).toBe('/upload?name=a.png');
  });

  it.each([
    ['clip.mp4', '', 'video/mp4'],
    ['CLIP.MOV', '', 'video/quicktime'],
    ['thing', '', 'application/octet-stream'],
    ['clip.mp4', 'video/webm', 'video/webm'],
  ])('sends %s of type "%s" as %s', async (name, mimeType, sentAs) => {
    const host = await playHost(stored);
    await createGatewayClient({ baseUrl: host.url }).upload(fileSource(name, mimeType), {}, call());
    expect((await host.lastRequest()).headers['content-type']).toBe(sentAs);
  });

  it('sends an address as the field of a form', async () => {
    const host = await playHost(stored);
    const client = createGatewayClient({ baseUrl: host.url });
    await client.upload({ kind: 'url', url: 'https://elsewhere.example/a.png' }, { title: 'A' }, call());
    const { body, headers } = await host.lastRequest();
    expect(partOf(body, 'source')?.value).toBe('https://elsewhere.example/a.png');
    expect(partOf(body, 'title')?.value).toBe('A');
    expect(headers).toMatchObject({
      'idempotency-key': 'key-1',
      'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/),
    });
  });

  it('calls an address that the host could not fetch unreadable, not of a refused type', async () => {
    const host = await playHost(exchange('v414-url-404').body, { status: 400 });
    const client = createGatewayClient({ baseUrl: host.url });
    await expect(client.upload({ kind: 'url', url: 'https://elsewhere.example/a' }, {}, call())).rejects.toMatchObject({
      code: 'file.unreadable',
    });
    await expect(client.upload(fileSource('a.png', 'image/png'), {}, call())).rejects.toMatchObject({ code: 'file.typeRefused' });
  });

  it('sends a file as a form when its words are too long for an address', async () => {
    const host = await playHost(stored);
    const description = '长'.repeat(2_000);
    await createGatewayClient({ baseUrl: host.url }).upload(fileSource('写真.mp4', '', 'moving'), { description }, call());
    const { body, url, headers } = await host.lastRequest();
    expect(url).toBe('/upload');
    expect(headers['idempotency-key']).toBe('key-1');
    expect(partOf(body, 'description')?.value).toBe(description);
    expect(partOf(body, 'source')).toEqual({
      head: expect.stringMatching(/filename="写真\.mp4"\r\nContent-Type: video\/mp4$/),
      value: 'moving',
    });
  });

  it('rejects with the meaning of the gateway’s own error', async () => {
    const error = { status_code: 429, error: { message: 'Too many uploads', code: 429 }, status_txt: 'Too Many Requests' };
    const host = await playHost(error, { status: 429, headers: { 'Retry-After': '9' } });
    const upload = createGatewayClient({ baseUrl: host.url }).upload(fileSource('a.png', 'image/png'), {}, call());
    await expect(upload).rejects.toMatchObject({ name: 'UploadError', code: 'host.rateLimited', details: { retryAfterMs: 9_000 } });
  });

  it('reads the limits, and drops what is not of them', async () => {
    const host = await playHost({ ...limits, formats: ['jpeg', 'exe', 'png'], surprise: 1 });
    expect(await createGatewayClient({ baseUrl: host.url }).limits?.(signal)).toEqual(limits);
    expect(await host.lastRequest()).toMatchObject({ method: 'GET', url: '/limits' });
  });

  it.each([
    [{}, 200, 'host.badReply'],
    ['<html>', 404, 'host.badReply'],
    [{ ...limits, maxBytes: 'much' }, 200, 'host.badReply'],
    ['', 503, 'host.busy'],
  ])('rejects limits of %o with %d', async (body, status, code) => {
    const host = await playHost(body, { status });
    await expect(createGatewayClient({ baseUrl: host.url }).limits?.(signal)).rejects.toMatchObject({ code });
  });

  it('has no albums unless the gateway was given a way to them', () => {
    const client = createGatewayClient();
    expect('listAlbums' in client || 'createAlbum' in client || 'moveToAlbum' in client).toBe(false);
  });

  it('has no list of albums where the gateway has none, and makes and fills them all the same', () => {
    const client = createGatewayClient({ albums: 'unlisted' });
    expect('listAlbums' in client).toBe(false);
    expect('createAlbum' in client && 'moveToAlbum' in client).toBe(true);
  });

  it('lists, makes and fills albums', async () => {
    const album = { id: 'wh', name: 'Trip', url: 'https://host.example/album/wh', privacy: 'public', imageCount: 2, parentId: null };
    const list = await playHost({ albums: [album, { name: 'no id' }, null] });
    expect(await createGatewayClient({ baseUrl: list.url, albums: true }).listAlbums?.(signal)).toEqual([album]);
    expect((await list.lastRequest()).url).toBe('/albums');

    const host = await playHost({ album });
    const client = createGatewayClient({ baseUrl: host.url, albums: true });
    expect(await client.createAlbum?.({ name: 'Trip', description: '', privacy: 'public' }, ['a', 'b'], signal)).toEqual(album);
    const made = await host.lastRequest();
    expect(made).toMatchObject({ method: 'POST', url: '/albums', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(made.body)).toEqual({ name: 'Trip', description: '', privacy: 'public', imageIds: ['a', 'b'] });
    expect(await client.moveToAlbum?.('w/h', ['c'], signal)).toEqual(album);
    expect(await host.lastRequest()).toMatchObject({ method: 'POST', url: '/albums/w%2Fh/images', body: '{"imageIds":["c"]}' });
  });
});
