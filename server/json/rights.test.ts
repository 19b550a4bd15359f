import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { type StartedServer, startServer } from '../testing/startServer.js';

const PASSWORD = 'a-long-password';
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pixelFile = (): File => new File([pixel], 'pixel.png', { type: 'image/png' });

type Fields = Record<string, string | Blob | readonly string[]>;
type Person = 'stranger' | 'guest' | 'another member' | 'the owner' | 'the administrator';
interface Target {
  readonly image: string;
  readonly album: string;
}
interface Answer {
  readonly error?: { readonly code: number };
  readonly image?: {
    readonly id_encoded: string;
    readonly user?: { username: string };
    readonly album?: { id_encoded: string | null; name: string; creation_ip: string | null };
  };
  readonly album?: { readonly id_encoded: string | null };
}

let server: StartedServer;
let people: Record<Person, Browser>;
let aliceKey = '';

async function signedIn(name: string, password = PASSWORD): Promise<Browser> {
  const browser = new Browser(server.url);
  await browser.signIn(name, password);
  return browser;
}

beforeAll(async () => {
  server = await startServer({ settings: { guestUploads: true }, hasFaults: false });
  aliceKey = (await addMember(server.dataDir, 'alice', PASSWORD)).apiKey;
  await addMember(server.dataDir, 'bob', PASSWORD);
  const alice = await signedIn('alice');
  const stranger = new Browser(server.url);
  stranger.authToken = alice.authToken;
  const guest = new Browser(server.url);
  await guest.open('/login');
  const admin = await signedIn('admin', (await readFile(join(server.dataDir, 'admin-password'), 'utf8')).trim());
  people = { stranger, guest, 'another member': await signedIn('bob'), 'the owner': alice, 'the administrator': admin };
});
afterAll(() => server.close());

const send = async (browser: Browser, fields: Fields): Promise<Answer> => (await browser.post('/json', fields)).json() as Promise<Answer>;
const outcome = ({ error }: Answer): number => error?.code ?? 200;

const uploadFields = (more: Fields = {}): Fields => ({ action: 'upload', type: 'file', title: 'Before', source: pixelFile(), ...more });
const albumFields = (name: string, more: Fields = {}): Fields => ({
  action: 'create-album',
  type: 'images',
  'album[new]': 'true',
  'album[name]': name,
  'album[privacy]': 'public',
  'album[description]': '',
  ...more,
});

/** An image of hers and an empty album. */
async function make(): Promise<Target> {
  const { image } = await send(people['the owner'], uploadFields());
  const { album } = await send(people['the owner'], albumFields('Before'));
  return { image: image?.id_encoded ?? '', album: album?.id_encoded ?? '' };
}

/** All of them that can be told from outside. */
async function stateOf({ image, album }: Target): Promise<unknown> {
  const reply = await fetch(`${server.url}/api/1/albums`, { headers: { 'X-API-Key': aliceKey } });
  const { albums } = (await reply.json()) as { albums: { id: string; name: string; imageCount: number }[] };
  const page = await fetch(`${server.url}/image/${image}`);
  return { status: page.status, title: /<h1>(.*)<\/h1>/.exec(await page.text())?.[1], album: albums.find(({ id }) => id === album) };
}

const ACTIONS: Readonly<Record<string, (target: Target) => Fields>> = {
  'edit an image': ({ image }) => ({ action: 'edit', edit: 'image', 'editing[id]': image, 'editing[title]': 'After' }),
  'edit an album': ({ album }) => ({ action: 'edit', edit: 'album', 'editing[id]': album, 'editing[name]': 'After' }),
  'put an image into an album': ({ image, album }) => ({
    action: 'move',
    type: 'images',
    'album[new]': 'false',
    'album[id]': album,
    'album[ids][]': [image],
  }),
  'put an image into an album by editing it': ({ image, album }) => ({
    action: 'edit',
    edit: 'image',
    'editing[id]': image,
    'editing[album_id]': album,
  }),
  'delete an image': ({ image }) => ({ action: 'delete', delete: 'image', single: 'true', 'deleting[id]': image }),
  'delete several images': ({ image }) => ({ action: 'delete', delete: 'images', multiple: 'true', 'deleting[ids][]': [image] }),
  'delete an album': ({ album }) => ({ action: 'delete', delete: 'album', single: 'true', 'deleting[id]': album }),
};

/** To a guest of edit and delete it is said that he has to sign in; of albums, that guests have none. */
const CODES: Readonly<Record<string, number>> = {
  'edit an image': 101,
  'edit an album': 101,
  'put an image into an album': 104,
  'put an image into an album by editing it': 101,
  'delete an image': 114,
  'delete several images': 114,
  'delete an album': 114,
};

describe.each(Object.entries(ACTIONS))('to %s', (name, fieldsOf) => {
  it.each(['the owner', 'the administrator'] as const)('is for %s', async (person) => {
    const target = await make();
    const before = await stateOf(target);
    expect(outcome(await send(people[person], fieldsOf(target)))).toBe(200);
    expect(await stateOf(target)).not.toEqual(before);
  });

  it.each([
    ['stranger', 401],
    ['guest', 403],
    ['another member', CODES[name]],
  ] as const)('is not for %s, and changes nothing', async (person, code) => {
    const target = await make();
    const before = await stateOf(target);
    expect(outcome(await send(people[person], fieldsOf(target)))).toBe(code);
    expect(await stateOf(target)).toEqual(before);
  });

  it('wants the token of the very session', async () => {
    const target = await make();
    const before = await stateOf(target);
    const owner = people['the owner'];
    const { authToken } = owner;
    for (const token of ['', '0'.repeat(40), people['another member'].authToken]) {
      owner.authToken = token;
      expect(outcome(await send(owner, fieldsOf(target)))).toBe(401);
    }
    owner.authToken = authToken;
    expect(await stateOf(target)).toEqual(before);
  });
});

describe("to put one's own image into somebody else's album", () => {
  const INTO = ['put an image into an album', 'put an image into an album by editing it'];

  it.each(INTO)('does nothing: %s', async (name) => {
    const hers = await make();
    const before = await stateOf(hers);
    const bob = people['another member'];
    const image = (await send(bob, uploadFields())).image?.id_encoded ?? '';
    const answer = await send(bob, ACTIONS[name]?.({ image, album: hers.album }) ?? {});
    expect((answer.album ?? answer.image?.album)?.id_encoded).toBeNull();
    expect(await stateOf(hers)).toEqual(before);
  });
});

describe('to upload', () => {
  it.each([
    ['stranger', 401],
    ['guest', 200],
    ['another member', 200],
    ['the administrator', 200],
  ] as const)('as %s is answered %i', async (person, code) => {
    expect(outcome(await send(people[person], uploadFields()))).toBe(code);
  });

  it("into somebody else's album leaves that as it was", async () => {
    const { album, image } = await make();
    const before = await stateOf({ album, image });
    const answer = await send(people['another member'], uploadFields({ album_id: album }));
    expect(answer.image?.album?.id_encoded).toBeNull();
    expect(await stateOf({ album, image })).toEqual(before);
  });

  it('as private goes into one album a day, also when much comes at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(people['another member'], uploadFields({ privacy: 'private', title: 'Mine alone' }))),
    );
    expect(new Set(answers.map(({ image }) => image?.album?.id_encoded)).size).toBe(1);
    const path = `/image/${answers[0]?.image?.id_encoded}`;
    expect((await people['another member'].fetch(path)).status).toBe(200);
    expect((await people['the owner'].fetch(path)).status).toBe(404);
  });
});

describe('to make an album', () => {
  it.each([
    ['stranger', 401],
    ['guest', 403],
    ['another member', 200],
    ['the administrator', 200],
  ] as const)('as %s is answered %i', async (person, code) => {
    expect(outcome(await send(people[person], albumFields('New')))).toBe(code);
  });

  it("of somebody else's image is refused", async () => {
    const { image } = await make();
    expect(outcome(await send(people['another member'], albumFields('Stolen', { 'album[ids][]': [image] })))).toBe(104);
  });

  it("in somebody else's name is refused", async () => {
    expect(outcome(await send(people['another member'], albumFields('New', { owner: 'alice' })))).toBe(112);
  });
});

describe('what an answer tells of others', () => {
  it('is whose image it is that the administrator edits', async () => {
    const target = await make();
    const answer = await send(people['the administrator'], ACTIONS['edit an image']?.(target) ?? {});
    expect(answer.image?.user?.username).toBe('alice');
  });

  it("is nothing of the administrator's album that an image was put into", async () => {
    const { image } = await make();
    const made = await send(people['the administrator'], albumFields('Not hers', { 'album[ids][]': [image] }));
    expect(outcome(made)).toBe(200);
    const answer = await send(people['the owner'], { action: 'edit', edit: 'image', 'editing[id]': image, 'editing[title]': 'After' });
    expect(answer.image?.album).toMatchObject({ id_encoded: null, name: 'Files by alice', creation_ip: null });
  });
});
