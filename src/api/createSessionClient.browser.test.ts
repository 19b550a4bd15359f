import { describe, expect, it, vi } from 'vitest';
import { createSessionClient } from './createSessionClient.js';
import { exchange } from './testing/answers.js';
import { call, fileSource, partOf } from './testing/calls.js';
import { playHost } from './testing/playHost.js';

const { signal } = new AbortController();
const getAuthToken = () => 'token-1';
const hostOf = async (name: string, status = 200) => {
  const host = await playHost(exchange(name).body, { status });
  return { host, client: createSessionClient({ baseUrl: host.url, getAuthToken }) };
};
const valuesOf = (body: string, ...names: string[]) => names.map((name) => partOf(body, name)?.value);

describe('createSessionClient', () => {
  it('uploads to /json with the token', async () => {
    const { host, client } = await hostOf('w-user-upload');
    expect(await client.upload(fileSource('a.png', 'image/png'), { title: 'User title', isNsfw: true }, call())).toMatchObject({
      id: 'xUl',
    });
    const { url, body } = await host.lastRequest();
    expect(url).toBe('/json');
    expect(valuesOf(body, 'auth_token', 'action', 'type', 'source', 'title', 'nsfw')).toEqual([
      'token-1',
      'upload',
      'file',
      'bytes',
      'User title',
      '1',
    ]);
  });

  it('asks for the token each time, since it ends with the session', async () => {
    const { host } = await hostOf('w-user-upload');
    const ask = vi.fn<() => Promise<string>>().mockResolvedValueOnce('old').mockResolvedValueOnce('new');
    const client = createSessionClient({ baseUrl: host.url, getAuthToken: ask });
    await client.upload(fileSource('a.png', 'image/png'), {}, call());
    await client.upload({ kind: 'url', url: 'https://elsewhere.example/a.png' }, {}, call());
    const { body } = await host.lastRequest();
    expect(valuesOf(body, 'auth_token', 'type', 'source')).toEqual(['new', 'url', 'https://elsewhere.example/a.png']);
  });

  it('makes an album out of images', async () => {
    const { host, client } = await hostOf('w-create-album');
    const draft = { name: 'Trip <1>', description: '', privacy: 'password', password: 'pass', parentId: 'wh' } as const;
    expect(await client.createAlbum?.(draft, ['xUl', '3y4'], signal)).toEqual({
      id: 'JCA',
      name: 'Trip <1>',
      url: 'http://host.example/album/JCA',
      privacy: 'private_but_link',
      imageCount: 2,
      parentId: null,
    });
    const { body } = await host.lastRequest();
    expect(
      valuesOf(
        body,
        'action',
        'type',
        'album[new]',
        'album[name]',
        'album[description]',
        'album[privacy]',
        'album[password]',
        'album[parent_id]',
      ),
    ).toEqual(['create-album', 'images', 'true', 'Trip <1>', '', 'password', 'pass', 'wh']);
    expect(body.match(/name="album\[ids\]\[\]"\r\n\r\n(\w+)/g)?.map((part) => part.slice(-3))).toEqual(['xUl', '3y4']);
  });

  it('resolves an album’s relative address', async () => {
    const { host, client } = await hostOf('v414-w-create-album');
    const album = await client.createAlbum?.({ name: 'a', description: '', privacy: 'public' }, [], signal);
    expect(album?.url).toMatch(/^http/);
    expect(new URL(album?.url ?? '', host.url).pathname).toMatch(/^\/album\//);
  });

  it('moves images into an album', async () => {
    const { host, client } = await hostOf('w-move');
    expect(await client.moveToAlbum?.('wh', ['xUl'], signal)).toMatchObject({ id: 'wh', imageCount: 3 });
    expect(valuesOf((await host.lastRequest()).body, 'action', 'album[new]', 'album[id]', 'album[ids][]')).toEqual([
      'move',
      'false',
      'wh',
      'xUl',
    ]);
  });

  it('takes an album without an id for one that is not there', async () => {
    const { client } = await hostOf('w-move-bad');
    await expect(client.moveToAlbum?.('gone', ['xUl'], signal)).rejects.toMatchObject({
      code: 'option.refused',
      details: { option: 'album_id' },
    });
  });

  it('deletes and edits', async () => {
    const deleting = await hostOf('w-delete-image');
    await deleting.client.deleteImage?.('xUl', signal);
    expect(valuesOf((await deleting.host.lastRequest()).body, 'action', 'delete', 'single', 'deleting[id]')).toEqual([
      'delete',
      'image',
      'true',
      'xUl',
    ]);
    const editing = await hostOf('w-edit-image');
    expect(await editing.client.editImage?.('xUl', { title: 'New title', tags: ['a'] }, signal)).toMatchObject({ title: 'New title' });
    expect(valuesOf((await editing.host.lastRequest()).body, 'action', 'edit', 'editing[id]', 'editing[title]', 'editing[tags]')).toEqual([
      'edit',
      'image',
      'xUl',
      'New title',
      'a',
    ]);
  });

  it('reads the errors of /json, which are all 500', async () => {
    const { client } = await hostOf('w-badtoken', 500);
    await expect(client.deleteImage?.('x', signal)).rejects.toMatchObject({
      code: 'auth.required',
      details: { hostMessage: 'Request denied' },
    });
    const { client: owner } = await hostOf('w-move-foreign', 500);
    await expect(owner.moveToAlbum?.('x', [], signal)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('has no list of albums, since the host has none', () => {
    expect('listAlbums' in createSessionClient({ getAuthToken })).toBe(false);
  });
});
