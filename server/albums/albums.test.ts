import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(await (await stranger.post(path, { password: 'rose' })).text()).toContain('Secret garden');
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
