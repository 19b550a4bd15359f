import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const GIGABYTE = 1_000_000_000;
const MOST_GROWTH_BYTES = 64_000_000;
const CHUNK = Buffer.alloc(65_536, 'a');
const MEGABYTE = 1_000_000;

interface Memory {
  readonly residentBytes: number;
  readonly highestBytes: number;
}

const closers: (() => void)[] = [];
const received = { bytes: 0, contentLength: '' };
/** What the upstream does with what arrives; it answers when the body ends. */
let take = (incoming: IncomingMessage): unknown => incoming.resume();
let upstreamUrl = '';

beforeEach(async () => {
  Object.assign(received, { bytes: 0, contentLength: '' });
  take = (incoming) => incoming.resume();
  const server = createServer({ requestTimeout: 0 }, (incoming: IncomingMessage, outgoing: ServerResponse) => {
    received.contentLength = incoming.headers['content-length'] ?? '';
    incoming.on('data', (chunk: Buffer) => (received.bytes += chunk.length)).pause();
    incoming.on('end', () => outgoing.end('{"image":{}}')).on('error', () => {});
    take(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  upstreamUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function startGateway(albumId = '') {
  const program = fileURLToPath(new URL('testing/gatewayProcess.ts', import.meta.url));
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', program, upstreamUrl, albumId]);
  closers.push(() => child.kill());
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const port = String((await lines.next()).value);
  const ask = async (line: string): Promise<Memory> => {
    child.stdin.write(`${line}\n`);
    return JSON.parse(String((await lines.next()).value)) as Memory;
  };
  return { port, ask };
}

interface Upload {
  readonly path: string;
  readonly type: string;
  readonly before: string;
  readonly after: string;
}

const FILE: Upload = { path: '/gateway/upload?name=video.mp4', type: 'video/mp4', before: '', after: '' };
const FORM: Upload = {
  path: '/gateway/upload',
  type: 'multipart/form-data; boundary=boundary-12345',
  before: '--boundary-12345\r\nContent-Disposition: form-data; name="source"; filename="video.mp4"\r\nContent-Type: video/mp4\r\n\r\n',
  after: '\r\n--boundary-12345--\r\n',
};

function open(port: string, { path, type, before, after }: Upload, fileBytes: number) {
  const length = before.length + fileBytes + after.length;
  const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { 'Content-Type': type, 'Content-Length': length } });
  const sent = { bytes: 0 };
  const body = function* (): Generator<Buffer> {
    if (before !== '') yield Buffer.from(before);
    for (; sent.bytes < fileBytes;) {
      const chunk = CHUNK.subarray(0, fileBytes - sent.bytes);
      sent.bytes += chunk.length;
      yield chunk;
    }
    if (after !== '') yield Buffer.from(after);
  };
  const answered = once(outgoing, 'response').then(([response]) => (response as IncomingMessage).resume().statusCode);
  return { sent, answered, piped: pipeline(Readable.from(body(), { objectMode: true, highWaterMark: 1 }), outgoing) };
}

/** One upload of 10 MB first: what is loaded and compiled once is no growth. */
async function growthBytes({ port, ask }: Awaited<ReturnType<typeof startGateway>>, upload: Upload): Promise<number> {
  expect(await open(port, upload, 10 * MEGABYTE).answered).toBe(200);
  received.bytes = 0;
  const before = await ask('start');
  expect(await open(port, upload, GIGABYTE).answered).toBe(200);
  const { highestBytes } = await ask('now');
  expect(received.bytes).toBe(Number(received.contentLength));
  expect(received.bytes).toBeGreaterThanOrEqual(GIGABYTE);
  return highestBytes - before.residentBytes;
}

describe('a gigabyte through the gateway', () => {
  it.each([
    ['a raw file', FILE, ''],
    ['a form that passes through', FORM, ''],
    ['a form with fixed options', FORM, 'ours'],
  ])('as %s needs less than 64 MB', async (what, upload, albumId) => {
    const growth = await growthBytes(await startGateway(albumId), upload);
    console.log(`${what}: ${(growth / MEGABYTE).toFixed(1)} MB resident growth`);
    expect(growth).toBeLessThan(MOST_GROWTH_BYTES);
  });

  it('waits for an upstream that does not read, and holds little meanwhile', async () => {
    const gateway = await startGateway();
    let resume = (): void => {};
    take = (incoming) => (resume = () => void incoming.resume());
    const before = await gateway.ask('start');
    const { sent, answered } = open(gateway.port, FILE, GIGABYTE);
    // Until no byte moves any more: three looks, a quarter of a second apart.
    for (let same = 0, last = -1; same < 3; last = sent.bytes) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      same = sent.bytes === last ? same + 1 : 0;
    }
    const { highestBytes } = await gateway.ask('now');
    console.log(
      `stalled: ${(sent.bytes / MEGABYTE).toFixed(1)} MB sent, ${((highestBytes - before.residentBytes) / MEGABYTE).toFixed(1)} MB growth`,
    );
    expect(sent.bytes).toBeLessThan(MOST_GROWTH_BYTES);
    expect(highestBytes - before.residentBytes).toBeLessThan(MOST_GROWTH_BYTES);
    resume();
    expect(await answered).toBe(200);
    expect(received.bytes).toBe(Number(received.contentLength));
  });
});
