import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './db/openDatabase.js';
import { createDiskStorage } from './storage/createDiskStorage.js';
import { startServer } from './testing/startServer.js';
import { refusal, store } from './testing/upload.js';
import { sweep } from './upload/startSweeper.js';

const START_MS = Date.UTC(2026, 0, 1);
let dataDir = '';
let nowMs = START_MS;
const now = (): number => nowMs;

beforeEach(async () => {
  nowMs = START_MS;
  dataDir = await mkdtemp(join(tmpdir(), 'dropline-expiry-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const start = () => startServer({ dataDir, now, hasFaults: false });

/** Names of stored files, and rows of images. */
async function kept(): Promise<{ files: string[]; rows: number }> {
  const entries = await readdir(join(dataDir, 'images'), { recursive: true, withFileTypes: true });
  const db = await openDatabase(join(dataDir, 'dropline.sqlite'));
  const rows = await db.selectFrom('images').selectAll().execute();
  await db.destroy();
  return { files: entries.filter((entry) => entry.isFile()).map(({ name }) => name), rows: rows.length };
}

describe('an expiration', () => {
  it.each([
    ['PT5M', '2026-01-01 00:05:00'],
    ['P3D', '2026-01-04 00:00:00'],
    ['300', '2026-01-01 00:05:00'],
    ['P1Y', '2027-01-01 00:00:00'],
    ['PT1S', '2026-01-01 00:05:00'],
    ['60', '2026-01-01 00:05:00'],
    ['P9Y', '2027-01-01 00:00:00'],
    ['999999999999', '2027-01-01 00:00:00'],
    ['', null],
  ])('of %j is %s', async (expiration, shown) => {
    const server = await start();
    expect((await store(server, { fields: { expiration } })).expiration_date_gmt).toBe(shown);
    await server.close();
  });

  it.each(['garbage', '-5', 'P', 'PT', '5 minutes', '1e9', 'P1.5D'])('of %j is refused', async (expiration) => {
    const server = await start();
    expect(await refusal(server, { fields: { expiration } })).toMatchObject({ status: 400, code: 110 });
    await server.close();
  });

  it('ends what can be seen at its second, before anything is swept', async () => {
    const server = await start();
    const { url, url_viewer: viewer } = await store(server, { fields: { expiration: 'PT5M' } });
    nowMs += 299_000;
    expect((await fetch(url)).status).toBe(200);
    nowMs += 1_000;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(viewer)).status).toBe(404);
    await server.close();
  });
});

describe('the sweeper', () => {
  it('deletes files and rows of what has expired, and nothing else', async () => {
    const server = await start();
    await store(server, { fileName: 'short.png', fields: { expiration: 'PT5M' } });
    await store(server, { fileName: 'long.png', fields: { expiration: 'P1D' } });
    await store(server, { fileName: 'ever.png' });
    nowMs += 300_000;
    const db = await openDatabase(join(dataDir, 'dropline.sqlite'));
    await sweep({ db, storage: createDiskStorage(join(dataDir, 'images')), now });
    await db.destroy();
    await server.close();
    const { files, rows } = await kept();
    expect(rows).toBe(2);
    expect(files.toSorted()).toEqual(['ever.png', 'ever.th.png', 'long.png', 'long.th.png']);
  });

  it('deletes what expired while the server was stopped', async () => {
    const server = await start();
    await store(server, { fields: { expiration: 'PT5M' } });
    await server.close();
    expect((await kept()).rows).toBe(1);
    nowMs += 300_000;
    const again = await start();
    await again.close();
    expect(await kept()).toEqual({ files: [], rows: 0 });
  });
});
