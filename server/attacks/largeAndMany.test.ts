import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectRaw, FORM_END, FORM_START, headOf } from '../testing/rawClient.js';
import { sendStream, type StreamedFile } from '../testing/sendStream.js';
import { type SpawnedServer, spawnServer } from '../testing/spawnServer.js';
import { type Answered, readFixture } from '../testing/upload.js';

const GIGABYTE = 1_000_000_000;
const MOST_GROWTH_MB = 150;

const dataDir = mkdtempSync(join(tmpdir(), 'dropline-large-'));
let server: SpawnedServer;
beforeAll(async () => {
  server = await spawnServer(dataDir, { maxBytes: GIGABYTE });
  // What is loaded and compiled once.
  await sendStream(server, film(5_000_000));
  await sendStream(server, picture(0));
}, 60_000);
afterAll(async () => {
  await server.crash();
  rmSync(dataDir, { recursive: true, force: true });
});

const film = (sizeBytes: number): StreamedFile => ({ name: 'film.mp4', mimeType: 'video/mp4', head: readFixture('clip.mp4'), sizeBytes });

/** Each of other bytes. */
const picture = (at: number): StreamedFile => ({
  name: `${at}.png`,
  mimeType: 'image/png',
  head: Buffer.concat([readFixture('a.png'), randomBytes(16)]),
  sizeBytes: 100_000,
});

const imageOf = ({ text }: { text: string }): Answered => (JSON.parse(text) as { image: Answered }).image;

async function growthMb(work: () => Promise<void>): Promise<number> {
  const { nowMb } = await server.memory();
  await work();
  return (await server.memory()).peakMb - nowMb;
}

describe('the server', { timeout: 180_000 }, () => {
  it('takes two hundred uploads at once, and all of them arrive', async () => {
    const names = new Set<string>();
    const grown = await growthMb(async () => {
      const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => sendStream(server, picture(at))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      for (const answer of answers) names.add(imageOf(answer).url ?? '');
    });
    expect(names.size).toBe(200);
    expect(readdirSync(join(dataDir, 'tmp'))).toEqual([]);
    expect(grown).toBeLessThan(MOST_GROWTH_MB);
  });

  it('keeps nothing in between of clients that vanish while their files are looked at', async () => {
    const body = Buffer.concat([Buffer.from(FORM_START), readFixture('photo.jpg'), Buffer.from(FORM_END)]);
    for (let count = 0; count < 20; count++) {
      const client = connectRaw(server);
      client.socket.write(Buffer.concat([Buffer.from(headOf(server, body.length)), body]), () => client.socket.destroySoon());
      await client.closed;
    }
    expect((await sendStream(server, picture(0))).status).toBe(200);
    await vi.waitFor(() => expect(readdirSync(join(dataDir, 'tmp'))).toEqual([]), 10_000);
  });

  it('takes a gigabyte and hardly grows, and lets go of the file when who reads it vanishes', async () => {
    let url = '';
    const grown = await growthMb(async () => {
      const answer = await sendStream(server, film(GIGABYTE));
      expect(answer.status).toBe(200);
      url = imageOf(answer).url ?? '';
    });
    expect(grown).toBeLessThan(MOST_GROWTH_MB);
    expect(await growthMb(() => vanishWhileReading(url))).toBeLessThan(MOST_GROWTH_MB);
    if (process.platform === 'linux') await vi.waitFor(() => expect(openFiles()).not.toContain('film'));
  });
});

/** Ten that go after their first bytes. */
async function vanishWhileReading(url: string): Promise<void> {
  for (let count = 0; count < 10; count++) {
    const client = connectRaw(server);
    client.socket.once('data', () => client.socket.destroy()).write(`GET ${new URL(url).pathname} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(await client.closed).toMatch(/^HTTP\/1\.1 200 /);
  }
}

/** What the process has open below its data folder. */
function openFiles(): string {
  const folder = `/proc/${server.pid}/fd`;
  const links = readdirSync(folder).map((name) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      return ''; // closed meanwhile
    }
  });
  return links.filter((link) => link.startsWith(dataDir)).join('\n');
}
