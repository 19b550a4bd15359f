import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApiClient } from './createApiClient.js';
import { exchange } from './testing/answers.js';
import { call, fileSource, partOf } from './testing/calls.js';
import { playHost } from './testing/playHost.js';

const stored = exchange('up-png').body;

describe('createApiClient', () => {
  afterEach(() => vi.restoreAllMocks());

  it('sends the file under its name and type, with every parameter that was given', async () => {
    const host = await playHost(stored);
    const client = createApiClient({ endpoint: `${host.url}/api/1/upload` });
    const options = {
      title: 'T',
      description: 'D',
      tags: ['a', 'b'],
      albumId: 'wh',
      categoryId: '3',
      widthPx: 8,
      expiration: 'PT5M',
      isNsfw: false,
    };
    expect(await client.upload(fileSource('写真.mov', 'video/quicktime', 'moving'), options, call())).toMatchObject({ id: 'xT' });
    const { url, body, headers } = await host.lastRequest();
    expect(url).toBe('/api/1/upload');
    expect(partOf(body, 'source')).toEqual({
      head: expect.stringMatching(/filename="写真\.mov"\r\nContent-Type: video\/quicktime$/),
      value: 'moving',
    });
    const values = ['title', 'description', 'tags', 'album_id', 'category_id', 'width', 'expiration', 'nsfw', 'key'].map(
      (name) => partOf(body, name)?.value,
    );
    expect(values).toEqual(['T', 'D', 'a,b', 'wh', '3', '8', 'PT5M', '0', undefined]);
    expect(headers['idempotency-key']).toBeUndefined();
  });

  it('sends the Idempotency-Key only where the host keeps it', async () => {
    const host = await playHost(stored);
    await createApiClient({ endpoint: host.url, resend: 'idempotent' }).upload(fileSource('a.png', 'image/png'), {}, call());
    expect((await host.lastRequest()).headers['idempotency-key']).toBe('key-1');
  });

  it('speaks to ImgBB in its own words', async () => {
    const host = await playHost({ data: { id: 'x', url_viewer: 'https://host.example/x' }, success: true, status: 200 });
    const client = createApiClient({ endpoint: host.url, flavor: 'imgbb' });
    const upload = (expiration: string) => client.upload(fileSource('a.png', 'image/png'), { title: 'T', expiration, tags: ['x'] }, call());
    expect(await upload('PT5M')).toMatchObject({ id: 'x' });
    const { body } = await host.lastRequest();
    expect([partOf(body, 'image')?.value, partOf(body, 'name')?.value, partOf(body, 'expiration')?.value]).toEqual(['bytes', 'T', '300']);
    expect([partOf(body, 'source'), partOf(body, 'tags'), partOf(body, 'title')]).toEqual([null, null, null]);
    await upload('PT1S');
    expect(partOf((await host.lastRequest()).body, 'expiration')?.value).toBe('60');
    await upload('P1Y');
    expect(partOf((await host.lastRequest()).body, 'expiration')?.value).toBe('15552000');
  });

  it('sends its headers and its key, and warns a developer once that everybody can read it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const host = await playHost(stored);
    const getHeaders = vi.fn<() => Promise<Record<string, string>>>(async () => ({ 'X-API-Key': 'chv_secret' }));
    const client = createApiClient({ endpoint: host.url, getHeaders, key: 'chv_secret' });
    await client.upload(fileSource('a.png', 'image/png'), {}, call());
    await client.upload(fileSource('b.png', 'image/png'), {}, call());
    const { headers, body } = await host.lastRequest();
    expect(headers['x-api-key']).toBe('chv_secret');
    expect(partOf(body, 'key')?.value).toBe('chv_secret');
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toMatch(/API key .* createGatewayClient/);
    expect(warn.mock.calls[0]?.[0]).not.toContain('chv_secret');
    expect(client.identity).not.toContain('chv_secret');
  });

  it('can only upload, and tell limits where the host does', () => {
    expect(Object.keys(createApiClient({ endpoint: '/api/1/upload' }))).toEqual(['identity', 'resend', 'upload']);
    expect(createApiClient({ endpoint: '/api/1/upload', limitsUrl: '/api/1/limits' }).limits).toBeTypeOf('function');
  });

  it('asks for no headers and sends nothing when it was aborted before', async () => {
    const getHeaders = vi.fn<() => Record<string, string>>(() => ({}));
    const reason = new Error('stopped');
    const upload = createApiClient({ endpoint: '/', getHeaders }).upload(
      fileSource('a', ''),
      {},
      call({ signal: AbortSignal.abort(reason) }),
    );
    await expect(upload).rejects.toBe(reason);
    expect(getHeaders).not.toHaveBeenCalled();
  });
});
