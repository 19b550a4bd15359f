import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '../testing/addMember.js';
import { Browser } from '../testing/Browser.js';
import { type StartedServer, startServer } from '../testing/startServer.js';

let server: StartedServer;
let nowMs = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;
const PASSWORD = 'a-long-password';

beforeAll(async () => {
  server = await startServer({ settings: { signUp: true, guestUploads: true }, now: () => nowMs });
  await addMember(server.dataDir, 'alice', PASSWORD);
});
afterAll(() => server.close());

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const upload = (browser: Browser): Promise<Response> =>
  browser.post('/json', { action: 'upload', type: 'file', source: new File([pixel], 'pixel.png', { type: 'image/png' }) });
const signedIn = async (): Promise<Browser> => {
  const browser = new Browser(server.url);
  expect((await browser.signIn('alice', PASSWORD)).status).toBe(302);
  return browser;
};
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { error?: { code: number } }).error?.code;

describe('the session cookie', () => {
  it('is out of reach of scripts and of other sites', async () => {
    const [cookie = ''] = (await fetch(`${server.url}/login`)).headers.getSetCookie();
    expect(cookie).toMatch(/^dropline_session=[0-9a-f]{64};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');
  });

  it('is for https alone where the page came by https', async () => {
    const [cookie] = (await fetch(`${server.url}/login`, { headers: { 'X-Forwarded-Proto': 'https' } })).headers.getSetCookie();
    expect(cookie).toContain('Secure');
  });

  it('is another one after the sign-in, so that nobody can plant it', async () => {
    const browser = new Browser(server.url);
    await browser.open('/login');
    const planted = browser.authToken;
    await browser.signIn('alice', PASSWORD);
    expect(browser.authToken).not.toBe(planted);
  });

  it('is over after its time', async () => {
    const browser = await signedIn();
    expect((await upload(browser)).status).toBe(200);
    nowMs += 31 * DAY_MS;
    expect(await codeOf(await upload(browser))).toBe(401);
  });

  it('is over after signing out', async () => {
    const browser = await signedIn();
    const { authToken } = browser;
    await browser.post('/logout', {});
    await browser.open('/login');
    browser.authToken = authToken;
    expect(await codeOf(await upload(browser))).toBe(401);
  });
});

describe('the auth_token', () => {
  it('is that of one session alone', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    one.authToken = other.authToken;
    expect(await codeOf(await upload(one))).toBe(401);
  });
});

describe('the sign-in', () => {
  it('tells a wrong name and a wrong password alike', async () => {
    const texts = await Promise.all(
      [
        ['alice', 'wrong'],
        ['nobody', PASSWORD],
      ].map(async ([name = '', password = '']) => (await new Browser(server.url).signIn(name, password)).text()),
    );
    const strip = (text: string): string => text.replace(/value="[0-9a-f]{40}"/, '');
    expect(strip(texts[0] ?? '')).toBe(strip(texts[1] ?? ''));
    expect(texts[0]).toContain('User name or password is wrong.');
  });

  it('knows a name by its letters, as keyboards write it', async () => {
    expect((await new Browser(server.url).signIn(' Alice ', PASSWORD)).status).toBe(302);
  });

  it.each([
    ['without a token', { 'login-subject': 'alice', password: PASSWORD, auth_token: '' }],
    ['with the token of another browser', { 'login-subject': 'alice', password: PASSWORD }],
    ['with more than a form of ours could hold', { 'login-subject': 'alice', password: 'x'.repeat(20_000) }],
    ['with a file', { 'login-subject': 'alice', password: PASSWORD, source: new File([pixel], 'pixel.png') }],
  ])('refuses a form %s and says so', async (_, fields) => {
    const [browser, other] = [new Browser(server.url), new Browser(server.url)];
    await browser.open('/login');
    await other.open('/login');
    browser.authToken = other.authToken;
    const answer = await browser.post('/login', fields);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Please try again.');
    expect((await browser.fetch('/account')).status).toBe(302);
  });

  it('lets ten guesses through when many come at once', async () => {
    nowMs += DAY_MS;
    const browser = new Browser(server.url);
    await browser.open('/login');
    const guesses = Array.from({ length: 30 }, (__, count) =>
      browser.post('/login', { 'login-subject': 'alice', password: `guess ${count}` }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 403)).toHaveLength(20);
  });

  it('makes an address wait that failed too often, and lets it in later', async () => {
    nowMs += DAY_MS;
    for (let count = 0; count < 10; count++) await new Browser(server.url).signIn('alice', 'wrong');
    const answer = await new Browser(server.url).signIn('alice', PASSWORD);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Please wait 10 minutes');
    nowMs += 600_001;
    expect((await new Browser(server.url).signIn('alice', PASSWORD)).status).toBe(302);
  });
});

describe('the sign-up', () => {
  it('makes a member who is signed in and can make a key of his own', async () => {
    const browser = new Browser(server.url);
    await browser.open('/signup');
    expect((await browser.post('/signup', { username: 'bob', password: PASSWORD })).status).toBe(302);
    expect(await browser.open('/account')).toContain('bob');
    await browser.open('/account/settings');
    const made = await browser.post('/account/settings', { change: 'create-key', name: 'Camera' });
    const [key = ''] = /chv_[0-9a-f]{64}/.exec(await made.text()) ?? [];
    const body = new FormData();
    body.append('source', new File([pixel], 'pixel.png', { type: 'image/png' }));
    expect((await fetch(`${server.url}/api/1/upload`, { method: 'POST', headers: { 'X-API-Key': key }, body })).status).toBe(200);
  });

  it.each([
    [{ username: 'alice', password: PASSWORD }, 'is taken'],
    [{ username: 'a b', password: PASSWORD }, '3 to 30'],
    [{ username: 'carol', password: 'short' }, '10 to 200'],
  ])('refuses %o and says why', async (fields, words) => {
    const browser = new Browser(server.url);
    await browser.open('/signup');
    const answer = await browser.post('/signup', fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  it('makes an address wait that opened many accounts', async () => {
    nowMs += DAY_MS;
    const statuses = [];
    for (let count = 0; count < 11; count++) {
      const browser = new Browser(server.url);
      await browser.open('/signup');
      statuses.push((await browser.post('/signup', { username: `many-${count}`, password: PASSWORD })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(302), 403]);
  });

  it('is not there where the settings do not offer it', async () => {
    const closed = await startServer();
    expect((await fetch(`${closed.url}/signup`)).status).toBe(404);
    await closed.close();
  });
});
