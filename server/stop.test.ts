import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startServer } from './testing/startServer.js';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dropline-stop-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const HEAD = '--x\r\nContent-Disposition: form-data; name="source"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';

describe('a server that is stopped', () => {
  it('refuses an upload that does not end in time, and leaves nothing of it', { timeout: 20_000 }, async () => {
    const server = await startServer({ dataDir });
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`${HEAD}${'0'.repeat(100_000)}`)),
    });
    const reply = fetch(`${server.url}/api/1/upload`, {
      method: 'POST',
      headers: { 'X-API-Key': server.apiKey, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    await vi.waitFor(async () => expect(await readdir(join(dataDir, 'tmp'))).toHaveLength(1));
    const closed = server.close();
    const { status, headers } = await reply;
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    await closed;
    expect(await readdir(join(dataDir, 'tmp'))).toEqual([]);
  });

  it('answers an upload that runs and ends in time, and starts again with it', { timeout: 20_000 }, async () => {
    const server = await startServer({ dataDir });
    const body = new FormData();
    const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    body.append('source', new File([pixel], 'pixel.png', { type: 'image/png' }));
    const headers = { 'X-API-Key': server.apiKey, 'X-Dropline-Fault': 'slow-answer=1000;leg=upstream' };
    const reply = fetch(`${server.url}/api/1/upload`, { method: 'POST', headers, body });
    const isStored = async (): Promise<void> => expect(await readdir(join(dataDir, 'images'), { recursive: true })).not.toEqual([]);
    await vi.waitFor(isStored, 10_000);
    await server.close();
    const { status } = await reply;
    expect(status).toBe(200);
    const again = await startServer({ dataDir });
    const path = (await readdir(join(dataDir, 'images'), { recursive: true })).find((name) => name.endsWith('pixel.png'));
    const stored = await fetch(`${again.url}/images/${path}`);
    expect(Buffer.from(await stored.arrayBuffer()).equals(pixel)).toBe(true);
    await again.close();
  });
});
