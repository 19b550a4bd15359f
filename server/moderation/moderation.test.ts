import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { send } from '../testing/upload.js';

let server: StartedServer;
let alice: { apiKey: string };
beforeEach(async () => {
  server = await startServer({ settings: { moderation: true }, hasFaults: false });
  alice = await addMember(server.dataDir, 'alice', 'a long password');
});
afterEach(() => server.close());

interface Waiting {
  readonly id: string;
  readonly viewer: string;
  readonly filename: string;
}

/** Sends one that has to wait. */
async function wait(): Promise<Waiting> {
  const response = await send(server, { key: alice.apiKey, fields: { title: 'Not yet seen' } });
  const { image } = (await response.json()) as { image: Record<'id_encoded' | 'path_viewer' | 'filename', string> };
  return { id: image.id_encoded, viewer: image.path_viewer, filename: image.filename };
}

async function signedIn(name: 'admin' | 'alice'): Promise<Browser> {
  const browser = new Browser(server.url);
  const password = name === 'admin' ? (await readFile(join(server.dataDir, 'admin-password'), 'utf8')).trim() : 'a long password';
  await browser.signIn(name, password);
  return browser;
}

const fileOf = (page: string, { filename }: Waiting): string => /src="([^"]+)"/.exec(page)?.[1]?.replace(/[^/]+$/, filename) ?? '';

describe('an upload that waits for a review', () => {
  it('is shown to the administrator alone', async () => {
    const image = await wait();
    const admin = await signedIn('admin');
    const list = await admin.open('/moderation');
    expect(list).toContain('Not yet seen');
    const path = fileOf(list, image);
    const seen = await admin.fetch(path);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await (await admin.fetch(image.viewer)).text()).toContain('Not yet seen');
    for (const other of [await signedIn('alice'), new Browser(server.url)]) {
      expect((await other.fetch('/moderation')).status).toBe(404);
      expect((await other.fetch(path)).status).toBe(404);
      expect(await (await other.fetch(image.viewer)).text()).not.toContain('Not yet seen');
    }
  });

  it('can be seen by all when it is approved', async () => {
    const image = await wait();
    const admin = await signedIn('admin');
    const path = fileOf(await admin.open('/moderation'), image);
    expect((await admin.post('/moderation', { id: image.id, verdict: 'approve' })).status).toBe(302);
    const file = await fetch(server.url + path);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('public');
    expect(await (await fetch(server.url + image.viewer)).text()).toContain('Not yet seen');
    expect(await admin.open('/moderation')).toContain('Nothing waits.');
  });

  it('is gone when it is deleted', async () => {
    const image = await wait();
    const admin = await signedIn('admin');
    await admin.open('/moderation');
    await admin.post('/moderation', { id: image.id, verdict: 'delete' });
    expect((await admin.fetch(image.viewer)).status).toBe(404);
  });

  it('waits on when somebody else judges it, or a form of another session', async () => {
    const image = await wait();
    const [admin, member] = [await signedIn('admin'), await signedIn('alice')];
    expect((await member.post('/moderation', { id: image.id, verdict: 'approve' })).status).toBe(404);
    admin.authToken = member.authToken;
    expect((await admin.post('/moderation', { id: image.id, verdict: 'approve' })).status).toBe(404);
    expect(await admin.open('/moderation')).toContain('1 in all.');
  });
});
