import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRaw, FORM_END, headOf } from '../testing/rawClient.js';
import { sendBytes } from '../testing/sendBytes.js';
import { type StartedServer, startServer } from '../testing/startServer.js';
import { readFixture } from '../testing/upload.js';

let server: StartedServer;
const PICTURE = readFixture('a.png');
beforeAll(async () => {
  server = await startServer({ hasFaults: false });
  await sendBytes(server, PICTURE);
}, 30_000);
afterAll(() => server.close());

/** A part whose head is written as it stands here. */
async function sendNamed(disposition: string): Promise<string> {
  const client = connectRaw(server);
  const start = Buffer.from(`--x\r\nContent-Disposition: form-data; name="source"; ${disposition}\r\n\r\n`, 'latin1');
  const body = Buffer.concat([start, PICTURE, Buffer.from(FORM_END)]);
  client.socket.write(Buffer.concat([Buffer.from(headOf(server, body.length).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')), body]));
  return client.closed;
}

describe('the name of a file', { timeout: 30_000 }, () => {
  it.each([
    '../../../../etc/passwd.png',
    '..\\..\\boot.ini.png',
    '/etc/cron.d/x.png',
    'C:\\Windows\\x.png',
    '%2e%2e%2f%2e%2e%2fx.png',
    '..',
    '.png',
    'con.png',
    '. . .png',
    '~/.ssh/authorized_keys',
  ])('leads nowhere: %j', async (name) => {
    const before = readdirSync(server.dataDir);
    const { status, image } = await sendBytes(server, PICTURE, { name });
    expect(status).toBe(200);
    expect(new URL(image?.url ?? '').pathname).toMatch(/^\/images\/\d{4}\/\d\d\/\d\d\/[\w-]+\.png$/);
    expect((await fetch(image?.url ?? '')).status).toBe(200);
    expect(readdirSync(server.dataDir)).toEqual(before);
  });

  it('may be of ten thousand characters, and becomes an address that fits', async () => {
    const { status, image } = await sendBytes(server, PICTURE, { name: `${'n'.repeat(10_000)}.png` });
    expect(status).toBe(200);
    expect(image?.name.length).toBeLessThan(130);
    expect(image?.title.length).toBe(100);
    expect((await fetch(image?.url_viewer ?? '')).status).toBe(200);
  });

  it('with a zero byte in it is refused', async () => {
    expect(await sendNamed('filename="a.png\0.php"')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('that is larger than any head may be is refused', async () => {
    expect(await sendNamed(`filename="${'n'.repeat(200_000)}.png"`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each([
    'filename="a\r\nSet-Cookie: stolen=1\r\n.png"',
    'filename="a\nSet-Cookie: stolen=1\n.png"',
    'filename="a%0d%0aSet-Cookie:%20stolen=1.png"',
    "filename*=UTF-8''a%0d%0aSet-Cookie:%20stolen=1.png",
    'filename="a\\"; filename=\\"b\r\nSet-Cookie: stolen=1"',
  ])('writes no header: %j', async (disposition) => {
    const answer = await sendNamed(disposition);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400) /);
    expect(answer.split('\r\n\r\n')[0]).not.toMatch(/^set-cookie: stolen/im);
  });

  it.each(['txt', 'redirect'])('writes no header where it stands in one: format=%s', async (format) => {
    const name = 'a\r\nSet-Cookie: stolen=1\r\n\r\n<script>.png';
    const { status, headers, text } = await sendBytes(server, PICTURE, { name, format });
    expect(status).toBe(format === 'txt' ? 200 : 302);
    expect(headers.get('set-cookie')).toBeNull();
    expect(`${headers.get('location')}${text}`).not.toContain('<script>');
  });

  it('is text on the page of its image', async () => {
    const name = '"><img src=x onerror=alert(1)><script>alert(1)</script>\u202egnp.png';
    const { image } = await sendBytes(server, PICTURE, { name });
    const page = await (await fetch(image?.url_viewer ?? '')).text();
    expect(page).not.toMatch(/<script>alert|<img src=x/);
  });
});
