import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectRaw, headOf } from '../testing/rawClient.js';
import { sendBytes } from '../testing/sendBytes.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture } from '../testing/upload.js';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ hasFaults: false, bounds: { fieldBytes: 5_000_000 } });
});
afterAll(() => server.close());

const LARGE = Buffer.concat([readFixture('a.png'), Buffer.alloc(2_500_000)]);

function sendBase64(): Promise<Response> {
  const body = new FormData();
  body.append('source', LARGE.toString('base64'));
  return fetch(`${server.url}/api/1/upload`, { method: 'POST', headers: { 'X-API-Key': server.apiKey }, body });
}

/** Sends a large field and no end of it; again, where it came second and found no room itself. */
function occupy(): () => void {
  const client = connectRaw(server);
  const start = '--x\r\nContent-Disposition: form-data; name="source"\r\n\r\n';
  let leave = (): void => void client.socket.destroy();
  client.socket.once('data', () => (leave = occupy()));
  client.socket.write(headOf(server, 4_000_000) + start + 'a'.repeat(3_500_000));
  return () => leave();
}

describe('large fields', { timeout: 30_000 }, () => {
  it('have room for so much at a time, which is free again when the sender has gone', async () => {
    expect((await sendBase64()).status).toBe(200);
    const leave = occupy();
    await vi.waitFor(async () => {
      const refused = await sendBase64();
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('5');
    }, 10_000);
    expect((await sendBytes(server, LARGE, { name: 'a.png', type: 'image/png' })).status).toBe(200);
    leave();
    await vi.waitFor(async () => expect((await sendBase64()).status).toBe(200), 10_000);
  });
});
