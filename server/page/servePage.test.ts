import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../listen.js';
import { readPageConfigIn, type PageFolders } from './pageConfig.js';
import { createServePage } from './servePage.js';

const config = (...allowedOrigins: string[]): string => JSON.stringify({ popup: { allowedOrigins } });

describe('dropline.config.json', () => {
  let root: string;
  let folders: PageFolders;
  let server: Server;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'dropline-page-'));
    folders = { page: join(root, 'page'), data: join(root, 'data') };
    for (const folder of [folders.page, folders.data]) await mkdir(folder);
    await writeFile(join(folders.page, 'index.html'), '<!doctype html>');
    const servePage = createServePage(folders, null);
    server = createServer((incoming, outgoing) => {
      void servePage(incoming, outgoing).then((isServed) => !isServed && outgoing.writeHead(404).end());
    });
    await listen(server, 0, '127.0.0.1');
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await rm(root, { recursive: true });
  });

  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  const openerPolicy = async (): Promise<string | null> => (await get('/')).headers.get('cross-origin-opener-policy');
  const write = (folder: string, text: string): Promise<void> => writeFile(join(folder, 'dropline.config.json'), text);

  it('is served from the data folder, else from beside the page, else not at all', async () => {
    expect((await get('/dropline.config.json')).status).toBe(404);
    await write(folders.page, config());
    expect(await (await get('/dropline.config.json')).text()).toBe(config());
    await write(folders.data, config('https://editor.example'));
    const answer = await get('/dropline.config.json');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.text()).toBe(config('https://editor.example'));
  });

  it('opens nothing else of the data folder', async () => {
    await writeFile(join(folders.data, 'api-key'), 'secret');
    for (const path of ['/api-key', '/../data/api-key', '/..%2fdata%2fapi-key']) expect((await get(path)).status).toBe(404);
  });

  it('leaves the page its opener while it names origins, and at no other time', async () => {
    expect(await openerPolicy()).toBe('same-origin');
    await write(folders.data, config('https://editor.example'));
    expect(await openerPolicy()).toBe('unsafe-none');
    await write(folders.data, config());
    expect(await openerPolicy()).toBe('same-origin');
    await write(folders.data, config('https://editor.example', '*'));
    expect(await openerPolicy()).toBe('same-origin');
  });

  it('says what keeps it from being read', async () => {
    await mkdir(join(folders.data, 'dropline.config.json'));
    expect((await readPageConfigIn(folders)).problems).toEqual([expect.stringMatching(/^The file cannot be read: EISDIR/)]);
  });
});
