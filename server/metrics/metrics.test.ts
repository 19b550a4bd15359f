import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploadServer } from '../index.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture, refusal, store } from '../testing/upload.js';
import { createMetrics } from './createMetrics.js';
import { routeOf } from './routeOf.js';

const TOKEN = 'prom_token_1234';
let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ environment: { metricsToken: TOKEN } });
});
afterAll(() => server.close());

const scrape = async (): Promise<string> => {
  const response = await fetch(`${server.url}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } });
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return response.text();
};
/** The value of one line, as `name{label="a"}`. */
const valueOf = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.slice(line.length) ?? Number.NaN,
  );

describe('/metrics', () => {
  it('is for whoever holds the token', async () => {
    for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: `Basic ${TOKEN}` }, { 'X-API-Key': server.apiKey }]) {
      expect((await fetch(`${server.url}/metrics`, { headers })).status).toBe(401);
    }
  });

  it('is not there without a token, to nobody', async () => {
    const without = await startServer();
    for (const sent of ['', 'null', 'undefined']) {
      expect((await fetch(`${without.url}/metrics`, { headers: { Authorization: `Bearer ${sent}` } })).status).toBe(404);
    }
    await without.close();
  });

  it('counts uploads, their bytes and what is stored', async () => {
    await store(server);
    expect(valueOf(await scrape(), 'dropline_stored_files')).toBeGreaterThan(1);
    await refusal(server, { file: 'note.txt' });
    await refusal(server, { key: 'chv_wrong_1234' });
    const text = await expect.poll(scrape).toContain('dropline_http_requests_total{route="/api/1/upload",status="4xx"} 2').then(scrape);
    expect(valueOf(text, 'dropline_http_requests_total{route="/api/1/upload",status="2xx"}')).toBe(1);
    expect(valueOf(text, 'dropline_http_request_duration_seconds_count{route="/api/1/upload"}')).toBe(3);
    expect(valueOf(text, 'dropline_http_bytes_total{route="/api/1/upload",direction="in"}')).toBeGreaterThan(readFixture('a.png').length);
    expect(valueOf(text, 'dropline_uploads_stored_total{kind="image"}')).toBe(1);
    expect(valueOf(text, 'dropline_uploads_refused_total{code="100"}')).toBe(1);
    expect(valueOf(text, 'dropline_stored_images')).toBe(1);
    expect(valueOf(text, 'dropline_stored_files')).toBeGreaterThan(1);
    expect(valueOf(text, 'dropline_stored_bytes')).toBeGreaterThan(readFixture('a.png').length);
    expect(valueOf(text, 'dropline_media_queue')).toBe(0);
    expect(valueOf(text, 'dropline_media_running')).toBe(0);
    expect(valueOf(text, 'process_open_fds')).toBeGreaterThan(0);
  });

  it('grows by no line, whatever is asked for', async () => {
    const askFor = async (name: string): Promise<number> => {
      const paths = [`/image/${name}`, `/images/2026/11/28/${name}.png`, `/image/${name}/delete/${name}`, `/${name}/y`, `/api/1/${name}`];
      for (const path of paths) await (await fetch(server.url + path)).arrayBuffer();
      await expect.poll(scrape).toContain('dropline_http_requests_total{route="/api/*"');
      return (await scrape()).split('\n').filter((line) => line.startsWith('dropline_')).length;
    };
    const before = await askFor('x');
    for (let at = 0; at < 20; at += 1) expect(await askFor(`x${at}`)).toBe(before);
  });
});

describe('media work', () => {
  it('is counted while it waits and while it runs, also where it fails', async () => {
    const { mediaWork, registry } = createMetrics();
    const read = async () => {
      const text = await registry.metrics();
      return [
        valueOf(text, 'dropline_media_queue'),
        valueOf(text, 'dropline_media_running'),
        valueOf(text, 'dropline_media_work_seconds_count'),
      ];
    };
    let begin = (): void => {};
    let fail = (): void => {};
    const work = mediaWork((hasBegun) => {
      begin = hasBegun;
      return new Promise((_, reject) => (fail = () => reject(new Error('corrupt'))));
    });
    expect(await read()).toEqual([1, 0, 0]);
    begin();
    expect(await read()).toEqual([0, 1, 0]);
    fail();
    await expect(work).rejects.toThrow('corrupt');
    expect(await read()).toEqual([0, 0, 1]);
  });
});

describe('a route', () => {
  it('is named for every address of the server', async () => {
    const { app, close } = await createUploadServer({ dataDir: join(server.dataDir, 'another') });
    const paths = app.routes.map(({ path }) => path.replaceAll(/:\w+/g, 'Ab3').replace(/\*$/, 'x')).filter((path) => path !== '/x');
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect([path, routeOf(path)]).not.toContain('other');
    await close();
  });

  it.each([
    ['/', '/'],
    ['/assets/index-abc.js', '/assets/*'],
    ['/gateway/albums/Ab3/images', '/gateway/albums'],
    ['/api/1/upload/anything', '/api/1/upload'],
    ['/image/Ab3/…', '/image/<id>/delete'],
    ['/wp-login.php', 'other'],
  ])('of %s is %s', (path, route) => {
    expect(routeOf(path)).toBe(route);
  });
});
