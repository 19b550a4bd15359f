import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../db/openDatabase.js';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { type StartedServer, startServer } from '../testing/startServer.js';

const PASSWORD = 'a-long-password';
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let server: StartedServer;
let alice: Browser;
let aliceKey = '';
let bobKey = '';

beforeAll(async () => {
  server = await startServer();
  aliceKey = (await addMember(server.dataDir, 'alice', PASSWORD)).apiKey;
  bobKey = (await addMember(server.dataDir, 'bob', PASSWORD)).apiKey;
  alice = new Browser(server.url);
  await alice.signIn('alice', PASSWORD);
});
afterAll(() => server.close());

interface AlbumReply {
  readonly album: {
    readonly id: string;
    readonly name: string;
    readonly imageCount: number;
    readonly privacy: string;
    readonly url: string;
  };
  readonly error: { readonly code: number };
}

async function ask(path: string, key: string, body?: unknown): Promise<AlbumReply> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${server.url}/api/1/albums${path}`, { headers: { 'X-API-Key': key }, ...init })).json() as Promise<AlbumReply>;
}

async function uploadBy(key: string): Promise<string> {
  const body = new FormData();
  body.append('source', new File([pixel], 'pixel.png', { type: 'image/png' }));
  const reply = await fetch(`${server.url}/api/1/upload`, { method: 'POST', headers: { 'X-API-Key': key }, body });
  return ((await reply.json()) as { image: { id_encoded: string } }).image.id_encoded;
}

const page = async (browser: Browser, url: string): Promise<number> => (await browser.fetch(new URL(url).pathname)).status;

describe('albums by key', () => {
  it('are made with images in them, listed, and filled', async () => {
    const [first, second] = [await uploadBy(aliceKey), await uploadBy(aliceKey)];
    const { album } = await ask('', aliceKey, { name: 'Trip', description: 'By train', imageIds: [first] });
    expect(album).toMatchObject({ name: 'Trip', privacy: 'public', imageCount: 1, url: `${server.url}/album/${album.id}` });
    expect((await ask(`/${album.id}/images`, aliceKey, { imageIds: [second] })).album.imageCount).toBe(2);
    expect(await ask('', aliceKey)).toMatchObject({ albums: [{ id: album.id, imageCount: 2 }] });
    expect(await ask('', bobKey)).toEqual({ albums: [] });
  });

  it("are nobody else's: neither the album nor the images", async () => {
    const { album } = await ask('', aliceKey, { name: 'Mine' });
    const hers = await uploadBy(aliceKey);
    expect((await ask(`/${album.id}/images`, bobKey, { imageIds: [await uploadBy(bobKey)] })).error.code).toBe(104);
    expect((await ask('', bobKey, { name: 'Stolen', imageIds: [hers] })).error.code).toBe(104);
  });

  it.each([
    [{ name: '' }, 140],
    [{ name: 'x'.repeat(101) }, 140],
    [{ name: 'x', privacy: 'secret' }, 140],
    [{ name: 'x', privacy: 'password' }, 100],
    ['no object', 140],
  ])('refuse %o', async (draft, code) => {
    expect((await ask('', aliceKey, draft)).error.code).toBe(code);
  });

  it('refuse a body that is too large, and let the answer be seen', async () => {
    expect((await ask('', aliceKey, { name: 'x'.repeat(3_000_000) })).error).toMatchObject({
      code: 400,
      message: 'File too big - max 1 MB',
    });
  });

  it('want a key', async () => {
    expect((await ask('', 'wrong')).error.code).toBe(100);
  });
});

describe('an album’s page', () => {
  it('is everybody’s when it is public, and its owner’s alone when it is private', async () => {
    const stranger = new Browser(server.url);
    const open = (await ask('', aliceKey, { name: 'Open', imageIds: [await uploadBy(aliceKey)] })).album;
    const closed = (await ask('', aliceKey, { name: 'Closed', privacy: 'private' })).album;
    expect(await page(stranger, open.url)).toBe(200);
    expect(await (await stranger.fetch(new URL(open.url).pathname)).text()).toMatch(/<img src="\/images\/.*\.th\.png"/);
    expect(await page(stranger, closed.url)).toBe(404);
    expect(await page(alice, closed.url)).toBe(200);
  });

  it('asks for its password', async () => {
    const { album } = await ask('', aliceKey, { name: 'Secret garden', privacy: 'password', password: 'rose' });
    const stranger = new Browser(server.url);
    const path = new URL(album.url).pathname;
    expect(await (await stranger.fetch(path)).text()).not.toContain('Secret garden');
    expect((await stranger.post(path, { password: 'tulip' })).status).toBe(403);
    const opened = await stranger.post(path, { password: 'rose' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, path]);
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(await (await stranger.fetch(path)).text()).toContain('Secret garden');
  });

  it('asks again when it has another password', async () => {
    const { album } = await ask('', aliceKey, { name: 'Secret garden', privacy: 'password', password: 'rose' });
    const [stranger, path] = [new Browser(server.url), new URL(album.url).pathname];
    await stranger.post(path, { password: 'rose' });
    const change = { 'editing[id]': album.id, 'editing[privacy]': 'password', 'editing[password]': 'tulip' };
    expect((await alice.post('/json', { action: 'edit', edit: 'album', ...change })).status).toBe(200);
    expect(await (await stranger.fetch(path)).text()).not.toContain('Secret garden');
  });

  it('makes an address wait that guesses its password', async () => {
    const own = await startServer({ now: () => 0 });
    const headers = { 'X-API-Key': own.apiKey };
    const body = JSON.stringify({ name: 'Secret garden', privacy: 'password', password: 'rose' });
    const reply = await fetch(`${own.url}/api/1/albums`, { method: 'POST', headers, body });
    const { album } = (await reply.json()) as AlbumReply;
    const [stranger, path] = [new Browser(own.url), new URL(album.url).pathname];
    await Promise.all(Array.from({ length: 20 }, (_, count) => stranger.post(path, { password: `guess ${count}` })));
    const answer = await stranger.post(path, { password: 'rose' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Please wait 10 minutes.');
    await own.close();
  });

  it('shows a hundred at once and leads to the rest', async () => {
    const { album } = await ask('', aliceKey, { name: 'Many' });
    const db = await openDatabase(join(server.dataDir, 'dropline.sqlite'));
    const code = await uploadBy(aliceKey);
    const { id: _, ...row } = await db.selectFrom('images').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
    const { id } = await db.selectFrom('albums').select('id').where('code', '=', album.id).executeTakeFirstOrThrow();
    const rows = Array.from({ length: 101 }, (__, count) => ({ ...row, code: `many-${count}`, name: `many-${count}`, album_id: id }));
    for (const each of rows) await db.insertInto('images').values(each).execute();
    await db.destroy();
    const count = async (query: string): Promise<number> =>
      (await (await fetch(album.url + query)).text()).match(/href="\/image\/many-/g)?.length ?? 0;
    expect(await (await fetch(album.url)).text()).toContain('href="?page=2"');
    expect([await count(''), await count('?page=2'), await count('?page=3'), await count('?page=1e400')]).toEqual([100, 1, 0, 0]);
  });
});

describe('an image’s page', () => {
  const pageOf = async (draft: Record<string, unknown>): Promise<{ image: string; album: string }> => {
    const code = await uploadBy(aliceKey);
    const { album } = await ask('', aliceKey, { ...draft, imageIds: [code] });
    return { image: `/image/${code}`, album: new URL(album.url).pathname };
  };

  it.each(['public', 'private_but_link'])('is everybody’s in an album that is %s', async (privacy) => {
    const { image } = await pageOf({ name: 'Open', privacy });
    expect((await fetch(server.url + image)).status).toBe(200);
  });

  it('is the owner’s alone in a private album', async () => {
    const { image } = await pageOf({ name: 'Closed', privacy: 'private' });
    expect((await fetch(server.url + image)).status).toBe(404);
    expect((await alice.fetch(image)).status).toBe(200);
  });

  it('leads to the album that has a password, and is there when that was said', async () => {
    const { image, album } = await pageOf({ name: 'Locked', privacy: 'password', password: 'rose' });
    const stranger = new Browser(server.url);
    const answer = await stranger.fetch(image);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, album]);
    await stranger.post(album, { password: 'rose' });
    expect((await stranger.fetch(image)).status).toBe(200);
  });
});

describe('what is told of an album', () => {
  it('is never its password or its session', async () => {
    const fields = { 'album[new]': 'true', 'album[name]': 'P', 'album[privacy]': 'password', 'album[description]': '' };
    const reply = await alice.post('/json', { action: 'create-album', type: 'album', ...fields, 'album[password]': 'do-not-tell' });
    const text = await reply.text();
    expect(reply.status).toBe(200);
    expect(text).not.toContain('do-not-tell');
    expect(text).not.toContain(alice.authToken);
    expect(text).not.toContain('scrypt');
  });
});
