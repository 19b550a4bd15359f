import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { refusal, send } from '../testing/upload.js';

const PASSWORD = 'a long password';
const SETTINGS = '/account/settings';
const KEY = /chv_[0-9a-f]{64}/;

let server: StartedServer;
let alice: Browser;
beforeEach(async () => {
  server = await startServer({ hasFaults: false });
  await addMember(server.dataDir, 'alice', PASSWORD);
  alice = await signIn('alice');
});
afterEach(() => server.close());

async function signIn(name: string, password = PASSWORD): Promise<Browser> {
  const browser = new Browser(server.url);
  await browser.signIn(name, password);
  await browser.open(SETTINGS);
  return browser;
}

async function makeKey(browser: Browser, name: string): Promise<string> {
  const page = await (await browser.post(SETTINGS, { change: 'create-key', name })).text();
  return KEY.exec(page)?.[0] ?? '';
}

const idOf = (page: string, words: string): string =>
  page
    .split('<tr>')
    .find((row) => row.includes(words))
    ?.match(/name="id" value="([^"]+)"/)?.[1] ?? '';

describe('an API key', () => {
  it('is shown once, uploads, and is told by its name and its end', async () => {
    const key = await makeKey(alice, 'Camera <1>');
    expect((await send(server, { key })).status).toBe(200);
    const page = await alice.open(SETTINGS);
    expect(page).not.toMatch(KEY);
    expect(page).toContain('Camera &lt;1&gt;');
    expect(page).toContain(`<code>${key.slice(-4)}</code>`);
  });

  it('lies nowhere in the database', async () => {
    const key = await makeKey(alice, 'Camera');
    const files = ['dropline.sqlite', 'dropline.sqlite-wal'].map((name) => readFile(join(server.dataDir, name), 'latin1').catch(() => ''));
    expect((await Promise.all(files)).join('')).not.toContain(key);
  });

  it('is void as soon as it is revoked, and the others are not', async () => {
    const [gone, kept] = [await makeKey(alice, 'Gone'), await makeKey(alice, 'Kept')];
    await alice.post(SETTINGS, { change: 'revoke-key', id: idOf(await alice.open(SETTINGS), '>Gone</td>') });
    expect((await refusal(server, { key: gone })).code).toBe(100);
    expect((await send(server, { key: kept })).status).toBe(200);
  });

  it('is revoked by nobody else', async () => {
    await addMember(server.dataDir, 'mallory', PASSWORD);
    const key = await makeKey(alice, 'Camera');
    const id = idOf(await alice.open(SETTINGS), '>Camera</td>');
    const mallory = await signIn('mallory');
    await mallory.post(SETTINGS, { change: 'revoke-key', id });
    expect((await send(server, { key })).status).toBe(200);
  });

  it('of the server itself cannot be revoked, since its page uploads by it', async () => {
    const admin = await signIn('admin', (await readFile(join(server.dataDir, 'admin-password'), 'utf8')).trim());
    expect(idOf(await admin.open(SETTINGS), 'This server')).toBe('');
    await admin.post(SETTINGS, { change: 'revoke-key', id: '1' });
    expect((await send(server)).status).toBe(200);
  });

  it.each(['', ' ', 'x'.repeat(61)])('without a usable name %j is not made', async (name) => {
    const answer = await alice.post(SETTINGS, { change: 'create-key', name });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('1 to 60 characters');
  });

  it('is not made beyond fifty', async () => {
    for (let count = 1; count < 50; count += 1) await makeKey(alice, `Key ${count}`); // one came with the account
    const answer = await alice.post(SETTINGS, { change: 'create-key', name: 'One more' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('50 keys already');
  });
});

describe('the password', () => {
  const change = (current: string, next: string) => alice.post(SETTINGS, { change: 'password', current, new: next });

  it('is changed, and every other browser is signed out', async () => {
    const other = await signIn('alice');
    expect((await change(PASSWORD, 'another long one')).status).toBe(200);
    expect((await alice.fetch(SETTINGS)).status).toBe(200);
    expect((await other.fetch(SETTINGS)).status).toBe(302);
    expect((await new Browser(server.url).signIn('alice', PASSWORD)).status).toBe(200);
    expect((await new Browser(server.url).signIn('alice', 'another long one')).status).toBe(302);
  });

  it.each([
    ['wrong', 'another long one', 'The current password is wrong.'],
    [PASSWORD, 'short', '10 to 200'],
  ])('stays when it is given as %j and the new one as %j', async (current, next, words) => {
    expect(await (await change(current, next)).text()).toContain(words);
    expect((await new Browser(server.url).signIn('alice', PASSWORD)).status).toBe(302);
  });

  it('is not guessed here either', async () => {
    for (let count = 0; count < 10; count += 1) await change(`wrong ${count}`, 'another long one');
    expect(await (await change(PASSWORD, 'another long one')).text()).toContain('Too many attempts');
  });
});

describe('a session', () => {
  it('is listed with its browser, and ended from another', async () => {
    const phone = new Browser(server.url, 'Phone <b>');
    await phone.signIn('alice', PASSWORD);
    const page = await alice.open(SETTINGS);
    expect(page).toContain('Phone &lt;b&gt;');
    await alice.post(SETTINGS, { change: 'end-session', id: idOf(page, 'Phone') });
    expect((await phone.fetch(SETTINGS)).status).toBe(302);
    expect((await alice.fetch(SETTINGS)).status).toBe(200);
  });

  it('ends with all the others', async () => {
    const others = [await signIn('alice'), await signIn('alice')];
    await alice.open(SETTINGS);
    await alice.post(SETTINGS, { change: 'end-others' });
    for (const other of others) expect((await other.fetch(SETTINGS)).status).toBe(302);
    expect((await alice.fetch(SETTINGS)).status).toBe(200);
  });

  it('is ended by nobody else, nor without the form’s token', async () => {
    await addMember(server.dataDir, 'mallory', PASSWORD);
    await signIn('alice');
    const id = idOf(await alice.open(SETTINGS), 'Sign out');
    const mallory = await signIn('mallory');
    await mallory.post(SETTINGS, { change: 'end-session', id });
    alice.authToken = mallory.authToken;
    expect((await alice.post(SETTINGS, { change: 'end-session', id })).status).toBe(400);
    expect(await alice.open(SETTINGS)).toContain(id);
  });
});

it('the settings are for those who are signed in', async () => {
  const stranger = new Browser(server.url);
  for (const method of ['GET', 'POST']) expect((await stranger.fetch(SETTINGS, { method })).headers.get('location')).toBe('/login');
});
