import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMember } from './testing/addMember.js';
import { type StartedServer, startServer } from './testing/startServer.js';
import { refusal, send, store } from './testing/upload.js';

let dataDir = '';
let server: StartedServer;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dropline-repeat-'));
  server = await startServer({ dataDir, hasFaults: false });
});
afterEach(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const headers = { 'Idempotency-Key': 'the-same' };
const originals = async (): Promise<string[]> => {
  const names = await readdir(join(dataDir, 'images'), { recursive: true });
  return names.filter((name) => name.endsWith('.png') && !name.endsWith('.th.png'));
};

describe('an Idempotency-Key', () => {
  it('that comes again gets the first answer, and nothing is stored', async () => {
    const first = await (await send(server, { headers })).text();
    const second = await (await send(server, { headers })).text();
    expect(second).toBe(first);
    expect(await originals()).toHaveLength(1);
  });

  it('that comes again while the first is at work waits for its answer', async () => {
    const answers = await Promise.all([0, 1, 2, 3].map(async () => (await send(server, { headers })).text()));
    expect(new Set(answers).size).toBe(1);
    expect(await originals()).toHaveLength(1);
  });

  it('gets the first answer also after a restart', async () => {
    const first = await store(server, { headers });
    await server.close();
    server = await startServer({ dataDir, hasFaults: false });
    expect((await store(server, { headers })).id_encoded).toBe(first.id_encoded);
    expect(await originals()).toHaveLength(1);
  });

  it('is not kept for an upload that is refused', async () => {
    expect(await refusal(server, { file: 'note.txt', headers })).toMatchObject({ code: 0 });
    await store(server, { headers });
  });

  it('is each account its own', async () => {
    const { apiKey: key } = await addMember(dataDir, 'alice', 'a password');
    const [mine, theirs] = [await store(server, { headers }), await store(server, { headers, key })];
    expect(theirs.id_encoded).not.toBe(mine.id_encoded);
  });

  it('gets the first answer in the form that is asked for', async () => {
    const { url } = await store(server, { headers });
    const text = await send(server, { headers, fields: { format: 'txt' } });
    expect(await text.text()).toBe(url);
  });
});
