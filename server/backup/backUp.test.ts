import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { type Answered, send, store } from '../testing/upload.js';
import { backUp } from './backUp.js';

const ROOT = resolve(import.meta.dirname, '../..');
const docs = readFileSync(join(ROOT, 'docs/server.md'), 'utf8').split('\n## Backup\n')[1] ?? '';
const [backupCommand = '', restoreCommands = ''] = [...docs.matchAll(/```sh\n([\s\S]+?)```/g)].map(([, command = '']) => command);
const run = promisify(execFile);

let folder = '';
let dataDir = '';
let backup = '';
let server: StartedServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dropline-backup-'));
  dataDir = join(folder, 'data');
  backup = join(folder, 'backup');
  server = await startServer({ dataDir });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** As it stands in the guide, with folders of this test. */
const asDocumented = (command: string, cwd: string): Promise<unknown> =>
  run('sh', ['-c', command.replaceAll('/backups/dropline', backup).replace('DATA_DIR=data', `DATA_DIR=${dataDir}`)], { cwd });

const remove = async ({ delete_url: url }: Answered): Promise<void> => expect((await fetch(url, { redirect: 'manual' })).status).toBe(301);

interface Row {
  readonly path: string;
  readonly role: string;
  readonly size: number;
  readonly md5: string;
}

/** What the database in a folder names, and the server that runs on it gives. */
async function readAll({ url }: StartedServer, folder: string): Promise<string[]> {
  const database = new SqliteDatabase(join(folder, 'dropline.sqlite'), { readonly: true });
  const rows = database.prepare<[], Row>('SELECT path, role, size, md5 FROM files JOIN images ON images.id = image_id ORDER BY path').all();
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  for (const { path, role, size, md5 } of rows) {
    const bytes = Buffer.from(await (await fetch(`${url}/images/${path}`)).arrayBuffer());
    expect([path, bytes.length]).toEqual([path, size]);
    if (role === 'image') expect(createHash('md5').update(bytes).digest('hex')).toBe(md5);
  }
  return rows.map(({ path }) => path);
}

const originals = (images: readonly Answered[]): string[] => images.map(({ filename }) => filename);
const namesOf = (paths: readonly string[]): string[] => paths.map((path) => path.split('/').at(-1) ?? '');

describe('a backup', () => {
  it('by the documented commands, while uploads come and go, is whole when it is restored', { timeout: 60_000 }, async () => {
    const before = await Promise.all(['a.png', 'anim.gif', 'clip.mp4', 'pic.bmp'].map((file) => store(server, { file })));
    let isOver = false;
    const taken = asDocumented(backupCommand, ROOT).finally(() => (isOver = true));
    const meanwhile: Answered[] = [];
    let count = 0;
    // Until the backup is there, and not more than that many.
    for (; count < 200 && !isOver; count += 1) {
      meanwhile.push(await store(server));
      const leaver = count % 2 === 1 ? meanwhile.shift() : undefined;
      if (leaver) await remove(leaver);
    }
    await taken;
    expect(count).toBeGreaterThan(0);
    await server.close();

    await asDocumented(restoreCommands, folder);
    const restored = await startServer({ dataDir });
    expect(restored.apiKey).toBe(server.apiKey);
    server = restored;
    const paths = await readAll(restored, dataDir);
    expect(namesOf(paths)).toEqual(expect.arrayContaining(originals(before)));
    expect(await readdir(join(dataDir, 'images'), { recursive: true })).toEqual(expect.arrayContaining(paths));
    expect((await send(restored)).status).toBe(200);
    expect((await stat(join(dataDir, 'api-key'))).mode & 0o777).toBe(0o600);
  });

  it('of the same folder again copies what is new, and removes what is gone', async () => {
    const gone = await store(server);
    const stays = await store(server, { file: 'anim.gif' });
    const first = await backUp(dataDir, backup);
    expect(first).toMatchObject({ copied: first.files, missing: [] });
    await remove(gone);
    const fresh = await store(server, { file: 'plain.jpg' });
    const second = await backUp(dataDir, backup);
    expect(second.copied).toBeLessThan(second.files);
    expect(await backUp(dataDir, backup)).toEqual({ ...second, copied: 0 });
    const names = namesOf(await readdir(join(backup, 'images'), { recursive: true }));
    expect(names).toEqual(expect.arrayContaining(originals([stays, fresh])));
    expect(names).not.toContain(gone.filename);
  });

  it('holds nothing of what is deleted while files are copied, also where another image has its name then', async () => {
    const stays = await store(server, { file: 'anim.gif' });
    const [gone, replaced] = [await store(server, { fileName: 'gone.png' }), await store(server)];
    const { missing } = await backUp(dataDir, backup, async () => {
      await remove(gone);
      await remove(replaced);
      expect((await store(server, { file: 'anim.png', fileName: 'a.png' })).filename).toBe(replaced.filename);
    });
    expect(missing).toEqual([]);
    const names = namesOf(await readdir(join(backup, 'images'), { recursive: true }));
    expect(names).toContain(stays.filename);
    expect(names).not.toContain(gone.filename);
    expect(names).not.toContain(replaced.filename);
  });

  it('names what the data folder itself lacks, and holds the rest', async () => {
    const { url } = await store(server);
    const path = new URL(url).pathname.slice('/images/'.length);
    await unlink(join(dataDir, 'images', path));
    const { missing, files } = await backUp(dataDir, backup);
    expect(missing).toEqual([path]);
    expect(files).toBeGreaterThan(1);
  });

  it('that broke off is taken up again, and is none before that', async () => {
    await store(server);
    await mkdir(backup);
    await writeFile(join(backup, 'dropline.sqlite.part'), 'half');
    const { missing } = await backUp(dataDir, backup);
    expect(missing).toEqual([]);
    expect((await readdir(backup)).toSorted()).toEqual(['admin-password', 'api-key', 'dropline.sqlite', 'images']);
  });

  it('touches no folder that is something else', async () => {
    await mkdir(join(backup, 'images'), { recursive: true });
    await writeFile(join(backup, 'images', 'mine.png'), 'mine');
    await expect(backUp(dataDir, backup)).rejects.toThrow('holds something else than a backup');
    expect(await readFile(join(backup, 'images', 'mine.png'), 'utf8')).toBe('mine');
    await expect(backUp(dataDir, `${dataDir}/`)).rejects.toThrow('cannot lie in the data folder itself');
    await expect(backUp(join(folder, 'nowhere'), join(folder, 'new'))).rejects.toThrow('there is nothing to back up');
    const other = await startServer({ dataDir: join(folder, 'other') });
    await expect(backUp(dataDir, other.dataDir)).rejects.toThrow('a server runs on it');
    await other.close();
  });
});
