import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type StartedServer } from '../../server/testing/startServer.js';
import { createGateway } from '../gateway.js';

const PHOTO = readFileSync(new URL('../../fixtures/media/photo.jpg', import.meta.url));
const BASE = 'http://localhost/gateway';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Each call makes another copy of the gateway, with a memory of its own. */
const newGateway = () => createGateway({ upstream: server.url, apiKey: server.apiKey });

const upload = (idempotencyKey?: string): Request =>
  new Request(`${BASE}/upload?name=${encodeURIComponent('ärger.jpg')}&title=Hi`, {
    method: 'POST',
    body: PHOTO,
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(PHOTO.length),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
    },
  });

async function storedId(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  const { image } = (await response.json()) as { image: { id_encoded: string } };
  return image.id_encoded;
}

describe('a gateway before our upload server', () => {
  it('stores a file with its name and its options', async () => {
    const answer = await newGateway()(upload());
    expect(await answer.json()).toMatchObject({ image: { title: 'Hi', original_filename: 'ärger.jpg', mime: 'image/jpeg' } });
  });

  it('stores once what is sent to several copies of it, at once and one after the other', async () => {
    const together = await Promise.all([newGateway()(upload('one file')), newGateway()(upload('one file'))]);
    const [first, second] = await Promise.all(together.map(storedId));
    expect(first).toBe(second);
    expect(await storedId(await newGateway()(upload('one file')))).toBe(first);
    expect(await storedId(await newGateway()(upload('another file')))).not.toBe(first);
  });

  it('makes albums of what was uploaded, lists them and puts more in', async () => {
    const gateway = createGateway({ upstream: server.url, apiKey: server.apiKey, albums: 'key' });
    const send = (path: string, body?: unknown): Promise<Response> => {
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
      return gateway(new Request(`${BASE}/albums${path}`, body === undefined ? {} : init));
    };
    const [first, second] = [await storedId(await gateway(upload())), await storedId(await gateway(upload()))];
    const made = (await (await send('', { name: 'Trip', description: '', privacy: 'public', imageIds: [first] })).json()) as {
      album: { id: string };
    };
    expect(made).toMatchObject({ album: { name: 'Trip', imageCount: 1, url: `${server.url}/album/${made.album.id}` } });
    expect(await (await send(`/${made.album.id}/images`, { imageIds: [second] })).json()).toMatchObject({ album: { imageCount: 2 } });
    expect(await (await send('')).json()).toMatchObject({ albums: [{ id: made.album.id, imageCount: 2 }] });
  });

  it('tells the limits of the key, and no way to sign in to its account', async () => {
    const limits = await newGateway()(new Request(`${BASE}/limits`));
    expect(await limits.json()).toMatchObject({
      options: expect.arrayContaining(['tags', 'albumId']),
      account: { kind: 'member', signInUrl: null, signUpUrl: null },
    });
  });
});
