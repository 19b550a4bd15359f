import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { readCurl } from '../testing/curl.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { type Answered, received, recorded } from '../testing/wire/compare.js';
import { EXCHANGES, isJsonRoute } from '../testing/wire/exchanges.js';
import { makeLargeMedia } from '../testing/wire/makeLargeMedia.js';
import type { SettingsInput } from '../config/settings.js';

const COMMON: SettingsInput = { guestUploads: true, categories: [{ id: 1, name: 'Nature' }] };

/** By the exchange's name. */
const SETTINGS: Readonly<Record<string, SettingsInput>> = {
  'w-dup': { ...COMMON, duplicates: 'refuse' },
  'w-flood': { ...COMMON, flood: { minute: 1 } },
  'w-guest-album-on': { ...COMMON, guestAlbums: true },
  'w-guest-off': { ...COMMON, guestUploads: false },
  'w-toobig-guest': { ...COMMON, maxBytes: 1_000_000 },
};

/** What must have been sent before. */
const BEFORE: Readonly<Record<string, string>> = { 'w-dup': 'a.png', 'w-flood': 'still.webp' };

const NO_PHP_LIMIT = 'Setting: there is no second limit below the largest file, so the reason is always told.';

/** Answered otherwise, and why: a defect, or a setting that this server cannot have. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'w-ini-size': NO_PHP_LIMIT,
  'w-move-bob': "Defect: anybody could put images into anybody's album. It is answered as one that is not there.",
  'w-post-max': NO_PHP_LIMIT,
  'w-url-admin': 'Setting: addresses are not fetched.',
};

/** Lines that hosts tell and this server does not: the owner's address, and an album's inner number. */
const isTold = (line: string): boolean => !/\.email: |^request\.album_id: /.test(line);

let folder = '';
const servers = new Map<string, Promise<StartedServer>>();
let accountCount = 0;

beforeAll(async () => {
  folder = await makeLargeMedia();
});

afterAll(async () => {
  for (const server of servers.values()) await (await server).close();
  await rm(folder, { recursive: true, force: true });
});

function serverOf(name: string): Promise<StartedServer> {
  const settings = SETTINGS[name] ?? COMMON;
  const key = BEFORE[name] === undefined ? JSON.stringify(settings) : name;
  const server = servers.get(key) ?? startServer({ settings, hasFaults: false });
  servers.set(key, server);
  return server;
}

const picture = (name: string): File =>
  new File([readFileSync(resolve(import.meta.dirname, '../../fixtures/media', name))], name, { type: `image/${name.split('.').at(-1)}` });

async function upload(browser: Browser, name: string): Promise<string> {
  const fields = { action: 'upload', type: 'file', category_id: '1', description: 'desc' };
  const reply = await browser.post('/json', { ...fields, source: picture(name) });
  return ((await reply.json()) as { image?: { id_encoded: string } }).image?.id_encoded ?? '';
}

async function makeAlbum(browser: Browser, ids: readonly string[], privacy = 'public', description = ''): Promise<string> {
  const fields = {
    'album[new]': 'true',
    'album[name]': 'Trip <1>',
    'album[privacy]': privacy,
    'album[description]': description,
  };
  const reply = await browser.post('/json', { action: 'create-album', type: 'images', ...fields, 'album[ids][]': ids });
  return ((await reply.json()) as { album: { id_encoded: string } }).album.id_encoded;
}

async function member(server: StartedServer): Promise<{ browser: Browser; code: string; username: string }> {
  const username = `member-${(accountCount += 1)}`;
  const { code } = await addMember(server.dataDir, username, 'a-long-password');
  const browser = new Browser(server.url);
  await browser.signIn(username, 'a-long-password');
  return { browser, code, username };
}

const isOfMember = (name: string): boolean => /^w-(create|move|edit|delete|user|url-admin)/.test(name);

/** The recorded command with what stands for its ids here. */
async function prepare(name: string, request: string) {
  const server = await serverOf(name);
  const [alice, bob] = [await member(server), await member(server)];
  const guest = new Browser(server.url);
  await guest.open('/login');
  const browser = isOfMember(name) ? alice.browser : guest;
  if (BEFORE[name] !== undefined) await upload(guest, BEFORE[name]);
  const ids: Record<string, string> = {};
  if (/=(xUl|3y4|xsT|JCA|wh|al)\b/.test(request)) {
    ids['xUl'] = await upload(alice.browser, 'a.png');
    ids['3y4'] = await upload(alice.browser, 'still.webp');
    ids['xsT'] = await upload(guest, 'a.png');
    // Where the album was empty, it was so because its images had been moved or deleted.
    ids['JCA'] = await makeAlbum(alice.browser, [], name === 'w-edit-image-album' ? 'private_but_link' : 'public', 'Desc of album');
    ids['wh'] = await makeAlbum(alice.browser, [await upload(alice.browser, 'still.webp')]);
    ids['al'] = request.includes('owner=al') ? bob.code : await makeAlbum(bob.browser, []);
  }
  if (name === 'w-delete-image-again')
    await alice.browser.post('/json', { action: 'delete', delete: 'image', single: 'true', 'deleting[id]': ids['xUl'] ?? '' });
  const token = name.endsWith('badtoken') ? '0'.repeat(40) : browser.authToken;
  const filled = request
    .replace(/=(xUl|3y4|xsT|JCA|wh|al)\b/g, (_, id: string) => `=${ids[id]}`)
    .replaceAll('AUTH_TOKEN', token)
    .replaceAll('PASSWORD', 'a-long-password')
    .replaceAll('login-subject=alice', `login-subject=${alice.username}`);
  return { browser, filled, server };
}

async function play(name: string, request: string): Promise<Response> {
  const { browser, filled, server } = await prepare(name, request);
  const { url, init } = readCurl(filled.replaceAll('http://host.example', server.url), folder);
  const sender = request.includes('-b session.jar') ? browser : new Browser(server.url);
  return sender.fetch(new URL(url).pathname, init);
}

const told = ({ body, ...rest }: Answered): Answered => ({ ...rest, body: typeof body === 'string' ? body : body.filter(isTold) });

const PLAYED = EXCHANGES.filter(isJsonRoute);

describe('the recorded exchanges of /json and the sign-in', () => {
  it.each(PLAYED.filter(({ name }) => !(name in EXCEPTIONS)))('$name: $what', async (exchange) => {
    const answered = told(await received(await play(exchange.name, exchange.request)));
    expect(answered).toEqual(told(recorded(exchange)));
  });

  it.each(PLAYED.filter(({ name }) => name in EXCEPTIONS))('are answered otherwise in $name: $what', async (exchange) => {
    expect(told(await received(await play(exchange.name, exchange.request)))).not.toEqual(told(recorded(exchange)));
  });

  it('are played but for what the table names', () => {
    console.log(`${PLAYED.length} exchanges played, ${Object.keys(EXCEPTIONS).length} of them exceptions.`);
    expect(PLAYED.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)));
  });
});
