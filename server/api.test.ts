import { execFile, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collectLog } from './testing/collectLog.js';
import { type StartedServer, startServer } from './testing/startServer.js';
import { refusal, send, store } from './testing/upload.js';

const run = promisify(execFile);
const MEDIA = resolve(import.meta.dirname, '../fixtures/media');
let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ hasFaults: false });
});
afterAll(() => server.close());

/** As the API pages of hosts print it. */
const SPECIFIED = `curl --fail-with-body -X POST \\
    -H "X-API-Key: chv_key_here" \\
    -H "Content-Type: multipart/form-data" \\
    -F "source=@image.jpeg" \\
    https://host.example/api/1/upload`;

const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe("the specification's own call", () => {
  // A machine need not have curl to work on this.
  it.skipIf(!hasCurl)('is answered, verbatim but for host and key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dropline-curl-'));
    await copyFile(join(MEDIA, 'plain.jpg'), join(folder, 'image.jpeg'));
    const command = SPECIFIED.replace('chv_key_here', server.apiKey).replace('https://host.example', server.url);
    const { stdout } = await run('sh', ['-c', command], { cwd: folder });
    await rm(folder, { recursive: true });
    const { status_code, success, image } = JSON.parse(stdout);
    expect({ status_code, success }).toEqual({ status_code: 200, success: { message: 'file uploaded', code: 200 } });
    expect(image).toMatchObject({ name: 'image', extension: 'jpeg', filename: 'image.jpeg', mime: 'image/jpeg' });
  });
});

describe('the form of the answer', () => {
  it('is the address of the file and nothing else for txt', async () => {
    const response = await send(server, { fields: { format: 'txt' } });
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).toMatch(/^http:\/\/\S+\.png$/);
    expect((await fetch(text)).status).toBe(200);
  });

  it('leads to the page for redirect', async () => {
    const response = await send(server, { fields: { format: 'redirect' } });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^\/image\/\w+$/);
    expect((await fetch(server.url + response.headers.get('location'))).status).toBe(200);
  });

  it.each(['txt', 'redirect'])('is a bare message with a 4xx for %s', async (format) => {
    const response = await send(server, { file: 'note.txt', fields: { format } });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('getimagesize(): Error reading from (temporary file)!');
  });
});

describe('options', () => {
  it('cut a title at 100 characters, and no character in two', async () => {
    const { title } = await store(server, { fields: { title: '🎉'.repeat(150) } });
    expect(title).toBe('🎉'.repeat(100));
  });

  it('drop tags that hosts drop', async () => {
    const { tags_string: tags } = await store(server, { fields: { tags: ` a , a,b/c,#d,${'x'.repeat(33)},${'y'.repeat(32)}` } });
    expect(tags).toBe(`a, ${'y'.repeat(32)}`);
  });

  it('count nsfw only as 1', async () => {
    expect((await store(server, { fields: { nsfw: '1' } })).nsfw).toBe(1);
    expect((await store(server, { fields: { nsfw: 'true' } })).nsfw).toBe(0);
  });

  it('never reach a page as markup', async () => {
    const text = '<script>alert(1)</script>';
    const { url_viewer: viewer } = await store(server, { fields: { title: text, description: text, tags: 'a<b>' } });
    const page = await (await fetch(viewer)).text();
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('a refusal', () => {
  it.each([{ category_id: "1'; DROP TABLE images" }, { category_id: 'abc' }, { width: '-1' }, { expiration: '../../etc' }])(
    'says nothing of the inside: %o',
    async (fields) => {
      const { status, message } = await refusal(server, { fields });
      expect(status).toBe(400);
      expect(message).not.toMatch(/\/|\\|sqlite|select |drop |\bat /i);
    },
  );

  it('of something that nobody foresaw says nothing but that', async () => {
    const { log, lines } = collectLog();
    const broken = await startServer({ hasFaults: false, log });
    await rm(join(broken.dataDir, 'tmp'), { recursive: true });
    expect(await refusal(broken)).toEqual({ status: 400, code: 600, message: 'System error, try again later' });
    expect(lines()).toContainEqual(expect.objectContaining({ msg: 'a request failed', err: expect.objectContaining({ code: 'ENOENT' }) }));
    await broken.close();
  });

  it('of a stranger comes before his file is received', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(1_000)) });
    const headers = { 'X-API-Key': 'wrong', 'Content-Type': 'multipart/form-data; boundary=x' };
    const response = await fetch(`${server.url}/api/1/upload`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect(await response.json()).toMatchObject({ error: { code: 100, message: 'Invalid API key.' } });
  });
});

describe('an upload that breaks off', () => {
  it('leaves nothing behind', async () => {
    const fresh = await startServer({ hasFaults: false });
    const { port } = new URL(fresh.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /api/1/upload HTTP/1.1\r\nHost: x\r\nX-API-Key: ${fresh.apiKey}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n` +
        '--x\r\nContent-Disposition: form-data; name="source"; filename="a.png"\r\n\r\n' +
        'a'.repeat(100_000),
    );
    const temporary = join(fresh.dataDir, 'tmp');
    await vi.waitFor(async () => expect(await readdir(temporary)).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(async () => expect(await readdir(temporary)).toEqual([]));
    expect(await readdir(join(fresh.dataDir, 'images')).catch(() => [])).toEqual([]);
    await fresh.close();
  });

  it('leaves no temporary file behind, nor does one that is stored or refused', async () => {
    await store(server, { file: 'clip.mp4' });
    await refusal(server, { file: 'corrupt.png' });
    await refusal(server, { file: 'plain.jpg', fields: { width: '99999' } });
    expect(await readdir(join(server.dataDir, 'tmp'))).toEqual([]);
  });
});

describe('the help page', () => {
  it('names every parameter, the address and the limits, and no key to a stranger', async () => {
    const response = await fetch(`${server.url}/api-v1`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    const page = await response.text();
    for (const name of [
      'source',
      'key',
      'title',
      'description',
      'tags',
      'album_id',
      'category_id',
      'width',
      'expiration',
      'nsfw',
      'format',
    ])
      expect(page).toContain(`<code>${name}</code>`);
    expect(page).toContain(`${server.url}/api/1/upload`);
    expect(page).toContain('100 MB');
    expect(page).not.toContain(server.apiKey);
  });
});
