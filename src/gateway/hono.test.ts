import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway } from '../gateway.js';
import { startUpstream } from './testing/startUpstream.js';

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let server: ReturnType<typeof serve>;
let base = '';

beforeEach(async () => {
  upstream = await startUpstream();
  const gateway = createGateway({ upstream: upstream.url, apiKey: 'key' });
  const app = new Hono();
  app.all('/gateway/*', (c) => gateway(c.req.raw));
  base = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}`));
  });
});
afterEach(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await upstream.close();
});

describe('a gateway in Hono on Node', () => {
  it('passes a file on', async () => {
    const body = new Uint8Array(3_000_000).fill(7);
    const response = await fetch(`${base}/gateway/upload?name=a.jpg`, { method: 'POST', body, headers: { 'Content-Type': 'image/jpeg' } });
    expect(response.status).toBe(200);
    expect(upstream.uploads[0]?.bytes.equals(Buffer.from(body))).toBe(true);
  });

  it('stops the upstream when the browser vanishes before the last byte', async () => {
    const arrived = new Promise<void>((resolve) => (upstream.state.behave = (incoming) => void incoming.once('data', resolve)));
    const outgoing = request(`${base}/gateway/upload?name=a.jpg`, { method: 'POST', headers: { 'Content-Length': '1000000' } });
    outgoing.on('error', () => {});
    outgoing.write(Buffer.alloc(1000));
    await arrived;
    outgoing.destroy();
    await expect.poll(() => upstream.state.aborted).toBe(1);
  });
});
