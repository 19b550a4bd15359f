import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectRaw, FORM_END, FORM_START, headOf, trickle } from '../testing/rawClient.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture, store } from '../testing/upload.js';

let server: StartedServer;
beforeAll(async () => {
  const pace = { windowMs: 500, leastBytes: 1_000, lingerMs: 400 };
  server = await startServer({ hasFaults: false, settings: { maxBytes: 100_000 }, bounds: { pace, headersMs: 500 } });
  await store(server);
});
afterAll(() => server.close());

const temporary = (): Promise<string[]> => readdir(join(server.dataDir, 'tmp'));
function* endless(piece: string): Generator<string> {
  for (;;) yield piece;
}

describe('a slow client', { timeout: 20_000 }, () => {
  it('that sends a byte of its body now and then is answered 408, and nothing of it is left', async () => {
    const client = connectRaw(server);
    client.socket.write(headOf(server, 50_000) + FORM_START + 'a'.repeat(2_000));
    await vi.waitFor(async () => expect(await temporary()).toHaveLength(1));
    trickle(client, endless('a'), 50);
    expect(await client.closed).toMatch(/^HTTP\/1\.1 408 .*"code":408/s);
    await vi.waitFor(async () => expect(await temporary()).toEqual([]));
  });

  it('that sends a header now and then is answered 408', async () => {
    const client = connectRaw(server);
    client.socket.write('POST /api/1/upload HTTP/1.1\r\nHost: x\r\n');
    trickle(client, endless('X-More: 1\r\n'), 50);
    expect(await client.closed).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that says nothing at all is closed', async () => {
    expect(await connectRaw(server).closed).not.toContain('200');
  });

  it('that goes on bringing enough is waited for, however long it takes', async () => {
    const picture = readFixture('a.png');
    // Bytes behind the picture's end, so that it takes many windows.
    const rest = Array.from({ length: 20 }, () => Buffer.alloc(1_500));
    const length = FORM_START.length + picture.length + 20 * 1_500 + FORM_END.length;
    const client = connectRaw(server);
    client.socket.write(headOf(server, length));
    trickle(client, [FORM_START, picture, ...rest, FORM_END], 100);
    client.socket.on('data', () => client.socket.end());
    expect(await client.closed).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('that never says how much it sends and never stops is answered as soon as it is too much, and closed', async () => {
    const client = connectRaw(server);
    const piece = `1000\r\n${'a'.repeat(4_096)}\r\n`;
    client.socket.write(headOf(server, null) + `${FORM_START.length.toString(16)}\r\n${FORM_START}\r\n`);
    trickle(client, endless(piece), 5);
    expect(await client.closed).toMatch(/^HTTP\/1\.1 400 .*File too big/s);
    expect(client.socket.bytesWritten).toBeLessThan(1_000_000);
    expect(await temporary()).toEqual([]);
  });

  it('that sends on after it was refused has its answer at once, and is closed', async () => {
    const client = connectRaw(server);
    const answered = new Promise((resolve) => client.socket.once('data', resolve));
    client.socket.write(headOf(server, 50_000_000) + FORM_START);
    await answered;
    trickle(client, endless('a'.repeat(5_000)), 10);
    expect(await client.closed).toMatch(/^HTTP\/1\.1 400 .*File too big/s);
  });
});
