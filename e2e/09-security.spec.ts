import { FIVE, mediaBytes, openBox } from './box.js';
import { expect, test } from './fixtures.js';
import { startApp } from './startApp.js';

test('the API key is in nothing that the browser receives', async ({ box, app, page, context }) => {
  // From an empty page: what a page still waits for when it is left never comes to its end.
  const address = page.url();
  await page.goto('about:blank');
  const received: Promise<string>[] = [];
  context.on('response', (response) => {
    const body = response.body().then(
      (bytes) => bytes.toString('latin1'),
      () => '',
    );
    received.push(
      Promise.all([response.allHeaders(), body]).then(([headers, text]) => `${response.url()} ${JSON.stringify(headers)} ${text}`),
    );
  });
  await page.goto(address);
  await box.root.waitFor();
  await box.choose(...FIVE, 'note.txt');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const everything = await Promise.all(received);
  expect(everything.filter((text) => text.includes('/gateway/upload'))).toHaveLength(FIVE.length);
  expect(everything.filter((text) => text.includes(app.apiKey))).toEqual([]);
  expect(await page.content()).not.toContain(app.apiKey);
  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]));
  expect(kept).not.toContain(app.apiKey);
});

test('the page comes with the strict policy', async ({ request }) => {
  const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
  for (const directive of ["default-src 'self'", "script-src 'self'", "style-src 'self'", "worker-src 'self'"]) {
    expect(policy.split(';').map((part) => part.trim())).toContain(directive);
  }
  expect(policy).not.toContain('unsafe');
});

test('the page comes with the licences of what it is built from, to be read', async ({ request }) => {
  const answer = await request.get('/licences.md');
  expect(answer.headers()['content-type']).toContain('text/plain');
  expect(await answer.text()).toContain('react-dropzone');
});

test('a key that a browser sends is not needed, and an upload without one is refused at the API itself', async ({ request }) => {
  const reply = await request.post('/api/1/upload', {
    multipart: { source: { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x') } },
  });
  expect(reply.status()).toBe(400);
  expect(((await reply.json()) as { error: { code: number } }).error.code).toBe(100);
});

test('with a password, nobody gets the page or uploads without it, and whoever has it does both', async ({ browser }) => {
  const app = await startApp({ PASSWORD: 'swordfish' });
  const stranger = await browser.newContext({ baseURL: app.url, httpCredentials: { username: 'x', password: 'guess', send: 'always' } });
  expect((await stranger.request.get('/')).status()).toBe(401);
  const refused = await stranger.request.post('/gateway/upload?name=a.png', {
    data: mediaBytes('a.png'),
    headers: { 'Content-Type': 'image/png' },
  });
  expect(refused.status()).toBe(401);
  await stranger.close();

  const friend = await browser.newContext({ baseURL: app.url, httpCredentials: { username: 'x', password: 'swordfish' } });
  const box = await openBox(await friend.newPage());
  await box.choose('a.png');
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await friend.close();
  await app.stop();
});
