import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway, type GatewayOptions } from '../../gateway.js';
import { startHost } from '../testing/startHost.js';
import { createHostSession } from './createHostSession.js';

let host: Awaited<ReturnType<typeof startHost>>;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

const gatewayOf = (options: Partial<GatewayOptions> = {}) =>
  createGateway({ upstream: host.url, apiKey: 'key', albums: { session: host.account }, ...options });

const ask = (path: string, body?: unknown): Request =>
  new Request(`http://localhost/gateway/albums${path}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });

const draft = { name: ' Trip ', description: 'Desc', privacy: 'private_but_link' };

describe('albums by a session', () => {
  it('signs in once for requests at the same time, makes an album and says of it what the widget needs', async () => {
    const gateway = gatewayOf();
    const [answer] = await Promise.all([
      gateway(ask('', { ...draft, imageIds: ['xUl', '3y4'] })),
      gateway(ask('/wh/images', { imageIds: ['xUl'] })),
    ]);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      album: {
        id: expect.stringMatching(/^\w+$/),
        name: 'Trip <1>',
        url: expect.stringMatching(/^http:\/\/host\.example\/album\//),
        privacy: 'private_but_link',
        imageCount: 2,
        parentId: null,
      },
    });
    expect(host.state.signIns).toBe(1);
    const made = host.calls.find(({ fields }) => fields.get('action') === 'create-album');
    expect(made?.user).toBe(host.account.user);
    expect([...(made?.fields ?? [])].slice(1)).toEqual([
      ['action', 'create-album'],
      ['type', 'images'],
      ['album[new]', 'true'],
      ['album[name]', 'Trip'],
      ['album[description]', 'Desc'],
      ['album[privacy]', 'private_but_link'],
      ['album[ids][]', 'xUl'],
      ['album[ids][]', '3y4'],
    ]);
  });

  it('moves images into an album', async () => {
    const answer = await gatewayOf()(ask('/w%2Fh/images', { imageIds: ['xUl'] }));
    expect(answer.status).toBe(200);
    expect([...(host.calls[0]?.fields ?? [])].slice(1)).toEqual([
      ['action', 'move'],
      ['type', 'images'],
      ['album[new]', 'false'],
      ['album[id]', 'w/h'],
      ['album[ids][]', 'xUl'],
    ]);
  });

  it('signs in again when the session is over', async () => {
    const gateway = gatewayOf();
    await gateway(ask('', draft));
    host.forgetSessions();
    expect((await gateway(ask('', draft))).status).toBe(200);
    expect((await gateway(ask('', draft))).status).toBe(200);
    expect(host.state.signIns).toBe(2);
  });

  it('lets two that find the session over sign in once', async () => {
    const gateway = gatewayOf();
    await gateway(ask('', draft));
    host.forgetSessions();
    const answers = await Promise.all([gateway(ask('', draft)), gateway(ask('', draft))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(host.state.signIns).toBe(2);
  });

  it('does not ask a host twice that refuses a new session', async () => {
    host.state.albumExchange = 'w-guest-album';
    const answer = await gatewayOf()(ask('', draft));
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ error: { code: 403, message: 'Invalid request [Code: 403]' } });
    expect(host.calls).toHaveLength(1);
  });

  it('does not try a wrong password again and again', async () => {
    host.state.password = 'another';
    const clock = { ms: 0 };
    const session = createHostSession(host.url, host.account, () => clock.ms);
    const refused = { status: 500, message: 'The gateway could not sign in to the host' };
    await expect(session.ask('move', [])).rejects.toMatchObject(refused);
    clock.ms = 59_000;
    await expect(session.ask('move', [])).rejects.toMatchObject(refused);
    expect(host.state.loginPosts).toBe(1);
    host.state.password = host.account.password;
    clock.ms = 60_000;
    expect((await session.ask('move', [])).reply.status).toBe(200);
  });

  it('is not in when the host wants a second factor', async () => {
    host.state.wantsSecondFactor = true;
    const answer = await gatewayOf()(ask('', draft));
    expect(answer.status).toBe(500);
    expect(host.calls).toHaveLength(0);
  });

  it('calls an album without an id no album', async () => {
    host.state.albumExchange = 'w-move-bad';
    const answer = await gatewayOf()(ask('/ZZZZ/images', { imageIds: ['xUl'] }));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { message: "The album doesn't exist" } });
  });

  it.each(['w-create-album', 'w-create-album-foreign', 'w-move', 'w-create-album-long', 'w-move-bad'])(
    'tells nothing of token, password or address in its answer to %s',
    async (name) => {
      host.state.albumExchange = name;
      const answer = await gatewayOf()(ask('', { ...draft, privacy: 'password', password: 's3cret' }));
      const said = JSON.stringify([...answer.headers]) + (await answer.text());
      const hidden = [
        ...host.state.tokens,
        host.account.user,
        host.account.password,
        's3cret',
        'auth_token',
        'AUTH_TOKEN',
        '@',
        'PHPSESSID',
      ];
      expect(hidden.filter((secret) => said.includes(secret))).toEqual([]);
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it('lists what it was given, and says when it was given nothing', async () => {
    const album = { id: 'wh', name: 'Trip', url: null, privacy: 'public', imageCount: 0, parentId: null } as const;
    expect((await gatewayOf()(ask(''))).status).toBe(404);
    const gateway = gatewayOf({ albums: { session: host.account, list: () => [album] } });
    expect(await (await gateway(ask(''))).json()).toEqual({ albums: [album] });
    expect(host.state.loginPosts).toBe(0);
  });

  it('says 502 when the host cannot be reached', async () => {
    const answer = await gatewayOf({ upstream: 'http://127.0.0.1:9' })(ask('', draft));
    expect(answer.status).toBe(502);
  });
});
