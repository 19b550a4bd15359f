import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What became of one request, by the `id` in its address. */
export interface Seen {
  readonly requests: number;
  readonly method: string;
  readonly bodyBytes: number;
  /** The sender vanished before an answer was written. */
  readonly isAborted: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  readonly body: string;
}

/** What `/play/<id>/…` answers. */
export interface Preset {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface BadServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Browsers ask before they send across origins; the connection of the question is not reused, so that each fault meets a fresh one. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': '*',
};
const presets = new Map<string, Preset>();
const MAX_KEPT_BYTES = 100_000;

/**
 * A host that misbehaves as its address says; see the cases of `act`. For tests only.
 *
 * `GET /seen?id=x` answers what came in under that id.
 */
export async function startBadServer(): Promise<BadServer> {
  const seen = new Map<string, Seen>();
  const server = createServer((request, response) => void handle(request, response, seen));
  // Not the faults of this machine's patience, only those that are asked for.
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function handle(request: IncomingMessage, response: ServerResponse, seen: Map<string, Seen>): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://bad.test');
  const id = url.searchParams.get('id') ?? '';
  response.setHeader('Connection', 'close');
  for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else if (url.pathname === '/seen') response.end(JSON.stringify(seen.get(id) ?? null));
  else if (url.pathname.startsWith('/play/')) await play(url, request, response, seen);
  else {
    watch(request, response, id, seen);
    await act(url, request, response);
  }
}

/** `/play/<id>/…` answers what a `PUT /play/<id>/` said, so that clients may make up their own addresses under it. */
async function play(url: URL, request: IncomingMessage, response: ServerResponse, seen: Map<string, Seen>): Promise<void> {
  const id = url.pathname.split('/')[2] ?? '';
  if (request.method === 'PUT') {
    const text = Buffer.concat(await request.toArray()).toString('utf8');
    presets.set(id, JSON.parse(text) as Preset);
    response.end();
    return;
  }
  watch(request, response, id, seen);
  await readBytes(request, Infinity);
  const { status, headers, text } = presets.get(id) ?? { status: 404, headers: {}, text: '' };
  response.writeHead(status, headers).end(text);
}

function watch(request: IncomingMessage, response: ServerResponse, id: string, seen: Map<string, Seen>): void {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const first = { requests: 0, method: request.method ?? '', bodyBytes: 0, isAborted: false, headers, url: request.url ?? '', body: '' };
  const note = (change: (was: Seen) => Partial<Seen>): void => {
    const was = seen.get(id) ?? first;
    seen.set(id, { ...was, ...change(was) });
  };
  note((was) => ({ ...first, requests: was.requests + 1 }));
  // Not `data`, which would start the reading that some faults never do.
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) {
      note((was) => ({
        bodyBytes: was.bodyBytes + chunk.length,
        body: was.body.length < MAX_KEPT_BYTES ? was.body + chunk.toString('utf8') : was.body,
      }));
    }
    return push(chunk, encoding);
  };
  response.on('close', () => note(() => ({ isAborted: !response.writableFinished })));
}

async function act(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const number = (name: string): number => Number(url.searchParams.get(name) ?? 0);
  const status = number('status') || 200;
  const text = url.searchParams.get('text') ?? '';
  const headers = JSON.parse(url.searchParams.get('headers') ?? '{}') as Record<string, string>;
  switch (url.pathname.slice(1)) {
    case 'cut': // reads so many bytes, then breaks the connection
      await readBytes(request, number('bytes'));
      return void request.socket.destroy();
    case 'lose-answer': // reads all, then breaks the connection instead of answering, after so many milliseconds
      await readBytes(request, Infinity);
      await new Promise((resolve) => setTimeout(resolve, number('ms')));
      return void request.socket.destroy();
    case 'stall': // reads so many bytes, then neither reads nor answers; after so many milliseconds it looks whether anybody is left
      await readBytes(request, number('bytes'));
      request.pause();
      if (number('ms')) setTimeout(() => request.resume(), number('ms'));
      return;
    case 'silent': // reads all and never answers
      await readBytes(request, Infinity);
      return;
    case 'early': // answers before it reads the body, and closes
      return void response.writeHead(status, headers).end(text);
    case 'half': // says that more comes than does
      await readBytes(request, Infinity);
      response.writeHead(status, { ...headers, 'Content-Length': text.length * 2 }).write(text);
      return void setTimeout(() => request.socket.destroy(), 20);
    case 'endless':
      await readBytes(request, Infinity);
      response.writeHead(status, headers);
      return writeForever(response);
    default: // answers as the address says
      await readBytes(request, Infinity);
      return void response.writeHead(status, headers).end(text);
  }
}

/** Resolves when so many bytes of the body came in, or all of it. */
async function readBytes(request: IncomingMessage, bytes: number): Promise<void> {
  if (bytes <= 0) return;
  let readBytesSoFar = 0;
  await new Promise<void>((resolve) => {
    request.on('end', resolve);
    request.on('close', resolve);
    const onData = (chunk: Buffer): void => {
      readBytesSoFar += chunk.length;
      if (readBytesSoFar < bytes) return;
      request.off('data', onData);
      request.pause();
      resolve();
    };
    request.on('data', onData);
  });
}

function writeForever(response: ServerResponse): void {
  const write = (): void => {
    if (response.destroyed) return;
    if (response.write(' '.repeat(64_000))) setImmediate(write);
    else response.once('drain', write);
  };
  write();
}
