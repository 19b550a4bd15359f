import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { largeBmp } from '../testing/hostileMedia.js';
import { connectRaw, FORM_START, headOf } from '../testing/rawClient.js';
import { sendStream, type StreamedFile } from '../testing/sendStream.js';
import { type SpawnedServer, spawnServer } from '../testing/spawnServer.js';
import { type Answered, readFixture } from '../testing/upload.js';

let dataDir = '';
let server: SpawnedServer;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'dropline-crash-'));
  server = await spawnServer(dataDir);
}, 30_000);
afterEach(async () => {
  await server.crash();
  rmSync(dataDir, { recursive: true, force: true });
});

const temporary = (): string[] => readdirSync(join(dataDir, 'tmp'));

function filesOnDisk(): string[] {
  const root = join(dataDir, 'images');
  if (!existsSync(root)) return [];
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => relative(root, join(entry.parentPath, entry.name))).toSorted();
}

/** What the database says of its files, and of itself. */
function inDatabase() {
  const db = new Database(join(dataDir, 'dropline.sqlite'), { readonly: true });
  const column = (sql: string): unknown[] => db.prepare(sql).pluck().all();
  const facts = {
    files: column('select path from files order by path'),
    loose: column('select path from loose_files'),
    check: column('pragma integrity_check'),
  };
  db.close();
  return facts;
}

/** After a new start: nothing half, and nothing that only one of them knows. */
async function expectWhole(): Promise<void> {
  server = await spawnServer(dataDir);
  expect(temporary()).toEqual([]);
  const { files, loose, check } = inDatabase();
  expect(check).toEqual(['ok']);
  expect(loose).toEqual([]);
  expect(filesOnDisk()).toEqual(files);
  expect((await sendStream(server, picture('after'))).status).toBe(200);
}

const picture = (name: string): StreamedFile => ({
  name: `${name}.png`,
  mimeType: 'image/png',
  head: readFixture('a.png'),
  sizeBytes: 20_000,
});

const urlOf = ({ text }: { text: string }): string => new URL((JSON.parse(text) as { image: Answered }).image.url ?? '').pathname;

describe('a crash', { timeout: 60_000 }, () => {
  it('in the middle of a body leaves nothing after the next start', async () => {
    const client = connectRaw(server);
    client.socket.write(headOf(server, 1_000_000) + FORM_START + 'a'.repeat(100_000));
    await vi.waitFor(() => expect(temporary()).toHaveLength(1), 10_000);
    await server.crash();
    expect(temporary()).toHaveLength(1);
    await expectWhole();
  });

  it('while a file is looked at takes with it who looks, and leaves nothing after the next start', async () => {
    const head = largeBmp();
    const outcome = sendStream(server, { name: 'large.bmp', mimeType: 'image/bmp', head, sizeBytes: head.length }).then(
      () => 'answered',
      () => 'lost',
    );
    await vi.waitFor(() => expect(temporary().some((name) => name.endsWith('.made'))).toBe(true), 20_000);
    const children = server.children();
    await server.crash();
    expect(await outcome).toBe('lost');
    await vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), 10_000);
    await expectWhole();
  });

  it.each([1, 4, 9])('after %i of many answers loses none of what was answered, and shows nothing half', async (count) => {
    const answered: string[] = [];
    const sent = Array.from({ length: 20 }, async (_, at) => {
      const path = urlOf(await sendStream(server, picture(String(at))));
      answered.push(path);
      if (answered.length === count) await server.crash();
    });
    await Promise.allSettled(sent);
    expect(answered.length).toBeGreaterThanOrEqual(count);
    await expectWhole();
    for (const path of answered) expect((await fetch(server.url + path)).status).toBe(200);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
