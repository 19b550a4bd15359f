import { afterEach, describe, expect, it } from 'vitest';
import type { SettingsInput } from './config/settings.js';
import { addMember } from './testing/addMember.js';
import { type StartedServer, startServer } from './testing/startServer.js';
import { refusal, send, store } from './testing/upload.js';

const GUEST_KEY = 'a-key-for-every-guest';
const GUESTS: SettingsInput = { guestUploads: true, guestApiKey: GUEST_KEY };
const running: StartedServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function start(settings: SettingsInput, now?: () => number): Promise<StartedServer> {
  const server = await startServer({ settings, hasFaults: false, ...(now && { now }) });
  running.push(server);
  return server;
}

const memberOf = async (server: StartedServer): Promise<string> => (await addMember(server.dataDir, 'alice', 'a password')).apiKey;

describe('flood limits', () => {
  it.each([
    ['minute', 60],
    ['hour', 3_600],
    ['day', 86_400],
    ['week', 7 * 86_400],
    ['month', 30 * 86_400],
  ] as const)('hold for a %s and no longer', async (unit, seconds) => {
    let nowMs = Date.UTC(2026, 0, 1);
    const server = await start({ flood: { [unit]: 1 } }, () => nowMs);
    await store(server);
    const message = `Flooding detected. You can only upload 1 image per ${unit}`;
    expect(await refusal(server)).toEqual({ status: 400, code: 130, message });
    nowMs += seconds * 1_000;
    await store(server);
  });

  it('hold for uploads that come at the same time', async () => {
    const server = await start({ flood: { hour: 2 } });
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await send(server)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
  });

  it('are counted for each account by itself', async () => {
    const server = await start({ flood: { hour: 1 } });
    await store(server);
    expect(await refusal(server)).toMatchObject({ code: 130 });
    expect((await send(server, { key: await memberOf(server) })).status).toBe(200);
  });
});

describe('duplicates', () => {
  it('are taken unless the settings refuse them', async () => {
    const server = await start({});
    const key = await memberOf(server);
    await store(server, { key });
    expect((await send(server, { key })).status).toBe(200);
  });

  it('are refused within a day, also when both come at the same time', async () => {
    let nowMs = Date.UTC(2026, 0, 1);
    const server = await start({ duplicates: 'refuse' }, () => nowMs);
    const key = await memberOf(server);
    const statuses = await Promise.all([0, 1, 2].map(async () => (await send(server, { key })).status));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 400, 400]);
    expect(await refusal(server, { key })).toMatchObject({ code: 101, message: 'Duplicated upload' });
    nowMs += 86_400_000;
    await store(server, { key });
  });
});

describe('guests', () => {
  it('upload by the key that the settings name, without tags, and for as long as the settings say', async () => {
    const nowMs = Date.UTC(2026, 0, 1);
    const server = await start({ ...GUESTS, guestExpiration: 'P30D' }, () => nowMs);
    const image = await store(server, { key: GUEST_KEY, fields: { tags: 'sea' } });
    expect(image).toMatchObject({ tags_string: '', expiration_date_gmt: '2026-01-31 00:00:00' });
    expect((await store(server)).expiration_date_gmt).toBeNull();
  });

  it('are strangers where the settings name no key', async () => {
    const server = await start({ guestUploads: true });
    expect(await refusal(server, { key: GUEST_KEY })).toMatchObject({ code: 100, message: 'Invalid API key.' });
  });
});

describe('moderation', () => {
  it("keeps a member's upload from being seen, and tells none of its addresses", async () => {
    const server = await start({ moderation: true });
    const response = await send(server, { key: await memberOf(server) });
    const { image } = (await response.json()) as { image: Record<string, unknown> };
    expect(image).toMatchObject({ is_approved: 0 });
    expect(JSON.stringify(image)).not.toContain('/images/');
    const page = await fetch(String(image['url_viewer']));
    expect(await page.text()).toContain('waits for a review');
  });

  it("lets the administrator's own be seen at once", async () => {
    const server = await start({ moderation: true });
    const image = await store(server);
    expect(image.is_approved).toBe(1);
    expect((await fetch(image.url)).status).toBe(200);
  });
});

describe('formats and sizes', () => {
  it('are those of the settings', async () => {
    const server = await start({ formats: ['png'], maxBytes: 1_000 });
    await store(server);
    expect(await refusal(server, { file: 'still.webp' })).toMatchObject({ code: 400, message: 'File too big - max 1 KB' });
    expect(await refusal(server, { file: 'pic.svg' })).toMatchObject({ code: 610 });
    const wide = await start({ formats: ['png'] });
    expect(await refusal(wide, { file: 'plain.jpg' })).toMatchObject({ code: 614, message: 'Disabled image format (jpg)' });
  });

  it('are told to clients before they send, with what the owner of the key may do', async () => {
    const server = await start({
      formats: ['png', 'gif'],
      maxBytes: 5_000,
      categories: [{ id: 3, name: 'Sea' }],
      ...GUESTS,
      guestExpiration: 'P1D',
    });
    const limits = async (headers: Record<string, string>) => (await fetch(`${server.url}/api/1/limits`, { headers })).json();
    const guest = await limits({});
    expect(guest).toMatchObject({ formats: ['png', 'gif'], maxBytes: 5_000, categories: [{ id: '3', name: 'Sea' }] });
    expect(guest).toMatchObject({ account: { kind: 'guest', guestExpiration: 'P1D' } });
    const owner = await limits({ 'X-API-Key': server.apiKey });
    expect(owner).toMatchObject({ account: { kind: 'member', guestExpiration: null } });
    expect(owner.options).toEqual(expect.arrayContaining(['tags', 'albumId']));
    expect(guest.options).not.toContain('tags');
  });
});

describe('other origins', () => {
  const ORIGIN = 'https://site.example';
  const preflight = (server: StartedServer, origin: string): Promise<Response> =>
    fetch(`${server.url}/api/1/upload`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'x-api-key' },
    });

  it('may not call unless the settings name them', async () => {
    const server = await start({});
    const response = await preflight(server, ORIGIN);
    expect(response.status).toBe(400);
    const names = [...response.headers.keys(), ...(await send(server, { headers: { Origin: ORIGIN } })).headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('may call where the settings name them, without cookies', async () => {
    const server = await start({ cors: [ORIGIN] });
    const { status, headers } = await preflight(server, ORIGIN);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain('x-api-key');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    for (const request of [{}, { key: 'wrong' }]) {
      const answered = await send(server, { ...request, headers: { Origin: ORIGIN } });
      expect(answered.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(answered.headers.get('vary')).toContain('Origin');
    }
  });

  it('stay out where the settings name others', async () => {
    const server = await start({ cors: [ORIGIN] });
    const response = await preflight(server, 'https://other.example');
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('vary')).toContain('Origin');
  });
});
