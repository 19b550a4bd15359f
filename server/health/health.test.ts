import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../config/readEnvironment.js';
import { openDatabase } from '../db/openDatabase.js';
import { startProcess } from '../startProcess.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { send } from '../testing/upload.js';
import { createReadiness } from './readiness.js';

let server: StartedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const ask = async (url: string, path: string): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${url}${path}`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, body: await response.json() };
};
const READY = { status: 200, body: { status: 'ready' } };

describe('/healthz and /readyz', () => {
  it('answer without the password of the page', async () => {
    server = await startServer({ environment: { password: 'secret' } });
    expect((await fetch(`${server.url}/`)).status).toBe(401);
    expect(await ask(server.url, '/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await ask(server.url, '/readyz?from=balancer')).toEqual(READY);
    const head = await fetch(`${server.url}/readyz`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('answer also where uploads are forwarded', async () => {
    const environment = readEnvironment({ PORT: '0', UPSTREAM: 'http://127.0.0.1:9', API_KEY: 'chv_12345678' });
    const forwarding = await startProcess({ ...environment, needsPage: false });
    expect(await ask(forwarding.url, '/healthz')).toMatchObject({ status: 200 });
    expect(await ask(forwarding.url, '/readyz')).toEqual(READY);
    await forwarding.close();
  });

  it('say that the storage takes nothing', async () => {
    server = await startServer();
    await rm(join(server.dataDir, 'tmp'), { recursive: true });
    await writeFile(join(server.dataDir, 'tmp'), 'a file in its place');
    expect(await ask(server.url, '/healthz')).toMatchObject({ status: 200 });
    expect(await ask(server.url, '/readyz')).toEqual({ status: 503, body: { status: 'unavailable', reason: 'storage' } });
  });

  it('say that the process stops, while it still takes uploads for the time that was set', async () => {
    server = await startServer({ environment: { drainSeconds: 2 } });
    expect(await ask(server.url, '/readyz')).toEqual(READY);
    const closed = server.close();
    expect(await ask(server.url, '/readyz')).toEqual({ status: 503, body: { status: 'unavailable', reason: 'stopping' } });
    expect(await ask(server.url, '/healthz')).toMatchObject({ status: 200 });
    expect((await send(server)).status).toBe(200);
    await closed;
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    server = null;
  });
});

describe('the look at database and storage', () => {
  it('says that the database does not answer', async () => {
    const db = await openDatabase(':memory:');
    await db.destroy();
    expect(await createReadiness({ db, temporaryFolder: tmpdir() })()).toBe('database');
  });

  it('is taken once for all who ask within a second, and leaves nothing behind', async () => {
    const db = await openDatabase(':memory:');
    const temporaryFolder = await mkdtemp(join(tmpdir(), 'dropline-ready-'));
    const readiness = createReadiness({ db, temporaryFolder });
    const first = readiness();
    expect(readiness()).toBe(first);
    expect(await first).toBeNull();
    expect(await readdir(temporaryFolder)).toEqual([]);
    await db.destroy();
    await rm(temporaryFolder, { recursive: true });
  });
});
