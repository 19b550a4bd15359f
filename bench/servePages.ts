import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { BuiltPage } from './buildPages.js';
import { createSink, type Sink } from './sink.js';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.jpg': 'image/jpeg' };

export interface Served {
  readonly url: string;
  readonly sink: Sink;
  close(): void;
}

/** Gives the built pages and the files of one folder on a free port of this machine, and takes uploads at `/sink`. */
export async function servePages(folder: string, pages: ReadonlyMap<string, BuiltPage>): Promise<Served> {
  const sink = createSink();
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') return void sink.take(request, response);
    const page = pages.get(pathname.slice(1));
    if (page) return void response.writeHead(200, { 'content-type': 'text/html' }).end(page.html);
    const path = join(folder, normalize(pathname));
    if (!path.startsWith(folder) || extname(path) === '' || !existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sink,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
