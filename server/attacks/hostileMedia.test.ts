import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bombPng, bombText, gifOf } from '../testing/hostileMedia.js';
import { sendBytes } from '../testing/sendBytes.js';
import { type SpawnedServer, spawnServer } from '../testing/spawnServer.js';
import { readFixture } from '../testing/upload.js';

const dataDir = mkdtempSync(join(tmpdir(), 'dropline-hostile-'));
let server: SpawnedServer;
beforeAll(async () => {
  server = await spawnServer(dataDir);
  await sendBytes(server, readFixture('a.png'));
}, 30_000);
afterAll(async () => {
  await server.crash();
  rmSync(dataDir, { recursive: true, force: true });
});

const bytes = (...parts: (Buffer | string)[]): Buffer<ArrayBuffer> =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

describe('a file that is far more than it seems', { timeout: 60_000 }, () => {
  it('is refused: a PNG of 50,000 x 50,000', async () => {
    const bomb = bombPng(50_000);
    expect(bomb.length).toBeLessThan(3_000_000);
    expect(await sendBytes(server, bytes(bomb), { name: 'bomb.png', type: 'image/png' })).toMatchObject({ status: 400, code: 0 });
  });

  it('is taken: a GIF of 10,000 frames', async () => {
    const { status, image } = await sendBytes(server, bytes(gifOf(10_000)), { name: 'many.gif', type: 'image/gif' });
    expect(status).toBe(200);
    expect(image).toMatchObject({ is_animated: 1, width: 1, height: 1 });
  });

  it('is refused: a GIF that says it is 65,535 x 65,535', async () => {
    const gif = gifOf(2, 65_535, 65_535);
    expect(await sendBytes(server, bytes(gif), { name: 'wide.gif', type: 'image/gif' })).toMatchObject({ status: 400, code: 0 });
  });

  it('is shown as the picture it is: a PNG with a text that unpacks to 100 MB', async () => {
    const png = bombText(readFixture('a.png'), 100_000_000);
    const { status, image } = await sendBytes(server, bytes(png), { name: 'text.png', type: 'image/png' });
    expect(status).toBe(200);
    expect(image?.description).toBeNull();
  });
});

describe('a file that is two things at once', { timeout: 30_000 }, () => {
  const png = readFixture('a.png');
  it.each([
    ['a PNG with a page behind it', bytes(png, '<html><script>alert(1)</script>'), 'x.html', 'text/html', 'image/png'],
    ['a PNG with a program behind it', bytes(png, '<?php system($_GET[0]); ?>'), 'x.php', 'application/x-php', 'image/png'],
    ['a PNG with an archive behind it', bytes(png, 'PK\x03\x04', '\0'.repeat(40), 'PK\x05\x06', '\0'.repeat(18)), 'x.jar', '', 'image/png'],
    ['a GIF that is a script', bytes('GIF89a', gifOf(1).subarray(6), '*/=1;alert(1)//'), 'x.js', 'text/javascript', 'image/gif'],
  ])('is a picture and nothing else: %s', async (_, file, name, type, mime) => {
    const { image } = await sendBytes(server, file, { name, type });
    expect(new URL(image?.url ?? '').pathname).toMatch(/^\/images\/[\d/]+\/x[\da-f]*\.(?:png|gif)$/);
    const { headers } = await fetch(image?.url ?? '');
    expect(headers.get('content-type')).toBe(mime);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox$/);
  });

  it.each([
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'image/png'],
    ['an SVG with a script', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'image/png'],
    ['an SVG behind a mark of bytes', bytes('\xef\xbb\xbf<?xml version="1.0"?><svg onload="alert(1)"/>'), 'image/png'],
    ['a list of films that names files of the server', bytes('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'), 'video/mp4'],
    ['a script of ffmpeg', bytes('ffconcat version 1.0\nfile /etc/passwd\n'), 'video/mp4'],
    ['a program', bytes('\x7fELF', '\0'.repeat(200)), 'image/png'],
  ])('is refused, whatever it calls itself: %s', async (_, file, type) => {
    const { status, text } = await sendBytes(server, file, { name: type === 'video/mp4' ? 'x.mp4' : 'x.png', type });
    expect(status).toBe(400);
    expect(text).not.toMatch(/passwd|root:|\/tmp/);
  });

  it.each([
    ['a picture that says it is a page', 'a.png', 'text/html', 200],
    ['a picture that says it is a film', 'a.png', 'video/mp4', 400],
    ['a film that says it is a picture', 'clip.mp4', 'image/png', 400],
    ['a film that says it is another', 'clip.webm', 'video/mp4', 200],
    ['a GIF that says it is a JPEG', 'anim.gif', 'image/jpeg', 200],
  ])('is told by its bytes: %s', async (_, file, type, expected) => {
    const { status, image } = await sendBytes(server, readFixture(file), { name: 'x.jpg', type });
    expect(status).toBe(expected);
    if (!image) return;
    expect((await fetch(image.url)).headers.get('content-type')).toBe(image.mime);
    expect(image.mime).not.toBe(type);
  });
});

describe('after all of these', () => {
  it('the server is as small and as tidy as before, and takes a picture', async () => {
    expect((await sendBytes(server, readFixture('a.png'))).status).toBe(200);
    expect(readdirSync(join(dataDir, 'tmp'))).toEqual([]);
    expect((await server.memory()).peakMb).toBeLessThan(300);
  });
});
