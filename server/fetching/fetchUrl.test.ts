import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFixture } from '../testing/upload.js';
import { fetchUrl, type FetchUrlOptions } from './fetchUrl.js';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const picture = readFixture('a.png');

let web: Server;
let origin = '';
let folder = '';
let seen: string[] = [];

const routes: Readonly<Record<string, RequestListener>> = {
  '/a%20b.png': (_, answer) => answer.writeHead(200, { 'Content-Type': 'image/png; charset=x' }).end(picture),
  '/moved': (_, answer) => answer.writeHead(302, { Location: '/a%20b.png' }).end(),
  '/round': (_, answer) => answer.writeHead(302, { Location: '/round' }).end(),
  '/nowhere': (_, answer) => answer.writeHead(302, { Location: 'http://' }).end(),
  '/inside': (_, answer) => answer.writeHead(307, { Location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/endless': (incoming, answer) => {
    const timer = setInterval(() => answer.write(Buffer.alloc(100_000)), 1);
    incoming.socket.once('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/trickle': (incoming, answer) => {
    const timer = setInterval(() => answer.write('x'), 20);
    incoming.socket.once('close', () => clearInterval(timer));
  },
  '/cut': (_, answer) => {
    answer.writeHead(200, { 'Content-Length': 1_000_000 }).write(Buffer.alloc(1_000));
    setImmediate(() => answer.destroy());
  },
  '/gone': (_, answer) => answer.writeHead(404).end('no'),
};

beforeAll(async () => {
  web = createServer((incoming, answer) => {
    seen.push(JSON.stringify(incoming.headers));
    (routes[incoming.url ?? ''] ?? routes['/gone']!)(incoming, answer);
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'dropline-fetch-'));
});
afterAll(async () => {
  web.closeAllConnections();
  web.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => (seen = []));

const get = (url: string, options: Partial<FetchUrlOptions> = {}) =>
  fetchUrl(url, { temporaryFolder: folder, maxFileBytes: 1_000_000, networks: LOOPBACK, signal: new AbortController().signal, ...options });

describe('an address of the web', () => {
  it.each(['/a%20b.png', '/moved'])('%s brings its file, under its name', async (path) => {
    const { path: stored, ...file } = await get(origin + path);
    expect(file).toEqual({
      name: 'a b.png',
      mimeType: 'image/png',
      sizeBytes: picture.length,
      md5: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await readFile(stored)).toEqual(picture);
    await rm(stored);
  });

  it('is asked for without anything that tells of a person', async () => {
    await rm((await get(`${origin}/moved`)).path);
    expect(seen).toHaveLength(2);
    for (const headers of seen) expect(headers).not.toMatch(/cookie|authorization|referer|x-api-key/i);
  });

  it.each([
    ['/round', 'it leads on and on'],
    ['/nowhere', 'it leads nowhere'],
    ['/file', 'only http and https are spoken'],
    ['/gone', 'it answered 404'],
    ['/cut', 'it cannot be reached'],
  ])('%s brings nothing, and why is said', async (path, reason) => {
    await expect(get(origin + path)).rejects.toMatchObject({ code: 130, message: `Unable to fetch the address: ${reason}` });
  });

  it.each(['/silent', '/trickle'])('%s gets no more time than the others', async (path) => {
    await expect(get(origin + path, { patienceMs: 300 })).rejects.toMatchObject({
      message: 'Unable to fetch the address: it did not answer in time',
    });
  });

  it('that never ends is left where the limit is', async () => {
    await expect(get(`${origin}/endless`)).rejects.toMatchObject({ code: 400, message: 'File too big - max 1 MB' });
  });

  it('is left when the server closes', async () => {
    const closing = new AbortController();
    const fetched = get(`${origin}/silent`, { signal: closing.signal });
    setTimeout(() => closing.abort(new Error('closing')), 50);
    await expect(fetched).rejects.toThrow('closing');
  });

  it('leaves nothing behind when it brings nothing', async () => {
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('an address inside', () => {
  const port = () => (web.address() as AddressInfo).port;

  it.each([
    ['127.0.0.1', 'as it is'],
    ['localhost', 'by its name'],
    ['2130706433', 'as one number'],
    ['0x7f000001', 'as one number of base 16'],
    ['0177.0.0.1', 'with a part of base 8'],
    ['127.1', 'shortened'],
    ['0', 'as nothing at all'],
    ['①②⑦.0.0.1', 'in other digits'],
    ['[::1]', 'of IPv6'],
    ['[::ffff:127.0.0.1]', 'of IPv4 in IPv6'],
    ['[::ffff:7f00:1]', 'of IPv4 in IPv6, in hexadecimal'],
  ])('%s, %s, is not asked', async (host) => {
    await expect(get(`http://${host}:${port()}/a%20b.png`, { networks: [] })).rejects.toMatchObject({
      code: 400,
      message: 'Unsupported non-public IP address for upload',
    });
    expect(seen).toEqual([]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
  ])('%s is not asked', async (url) => {
    await expect(get(url, { networks: [] })).rejects.toMatchObject({ code: 400, message: 'Unsupported non-public IP address for upload' });
  });

  it('is not asked after a redirect either', async () => {
    await expect(get(`${origin}/inside`)).rejects.toMatchObject({ code: 400, message: 'Unsupported non-public IP address for upload' });
    expect(seen).toHaveLength(1);
  });
});

describe('what is no address of the web', () => {
  it.each([
    'ftp://host.example/a.png',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_FLUSHALL',
    'http://',
    'http://a b/',
    `http://host.example/${'a'.repeat(3_000)}`,
  ])('%s is refused', async (url) => {
    await expect(get(url)).rejects.toMatchObject({ code: 130 });
  });

  it('is refused where it holds somebody’s password', async () => {
    await expect(get(origin.replace('//', '//user:secret@'))).rejects.toThrow(/user name or a password/);
  });
});
