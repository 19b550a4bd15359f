import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGateway, type GatewayLogEntry, type GatewayOptions } from '../gateway.js';
import type { KeptAnswer } from './answerStore.js';
import { answer, startUpstream } from './testing/startUpstream.js';

const KEY = 'chv_test_KEY_that_nobody_may_see';
const BASE = 'http://localhost/gateway';

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await upstream.close();
});

const gatewayOf = (options: Partial<GatewayOptions> = {}) => createGateway({ upstream: upstream.url, apiKey: KEY, ...options });

const bytesOf = (length: number, chunkLength = 1_000): ReadableStream<Uint8Array> => {
  let left = length;
  return new ReadableStream({
    pull(controller) {
      const size = Math.min(left, chunkLength);
      if (size > 0) controller.enqueue(new Uint8Array(size).fill(7));
      left -= size;
      if (left === 0) controller.close();
    },
  });
};

type Init = RequestInit & { duplex?: 'half' };

const uploadInit = (body: BodyInit, length: number, headers: Record<string, string> = {}): Init => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'image/jpeg', 'Content-Length': String(length), ...headers },
  duplex: 'half',
});

const upload = (query = 'name=a.jpg', headers: Record<string, string> = {}): Request =>
  new Request(`${BASE}/upload?${query}`, uploadInit(new Uint8Array(5_000).fill(7), 5_000, headers));

/** A form as a browser writes it, with its length. */
async function form(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Request> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set('source', new File([new Uint8Array(5_000).fill(7)], 'ä.jpg', { type: 'image/jpeg' }));
  const written = new Response(data);
  const body = await written.arrayBuffer();
  const type = written.headers.get('content-type') ?? '';
  return new Request(`${BASE}/upload`, uploadInit(body, body.byteLength, { 'Content-Type': type, ...headers }));
}

/** Next.js hands its route handlers a subclass with fields of its own. */
class FrameworkRequest extends Request {
  readonly nextUrl: URL;
  readonly cookies = new Map<string, string>();
  constructor(url: string, init: Init) {
    super(url, init);
    this.nextUrl = new URL(url);
  }
}

describe('a handler of standard requests', () => {
  it.each([Request, FrameworkRequest])('passes on the stream of a %o', async (Kind) => {
    const request = new Kind(`${BASE}/upload?name=a.jpg&title=Hi`, uploadInit(bytesOf(300_000), 300_000));
    const response = await gatewayOf()(request);
    expect(response).toBeInstanceOf(Response);
    expect(response.status).toBe(200);
    expect(upstream.uploads[0]).toMatchObject({ fileName: 'a.jpg', mimeType: 'image/jpeg', fields: { title: 'Hi' } });
    expect(upstream.uploads[0]?.bytes.equals(Buffer.alloc(300_000, 7))).toBe(true);
    expect(upstream.uploads[0]?.headers).not.toHaveProperty('transfer-encoding');
  });

  it('can be exported as it is, to be called with a second argument', async () => {
    const POST = gatewayOf({ basePath: '/api/gateway' }) as (request: Request, context: object) => Promise<Response>;
    const request = new FrameworkRequest('http://localhost/api/gateway/upload?name=a.jpg', uploadInit(bytesOf(10), 10));
    expect((await POST(request, { params: Promise.resolve({ path: ['upload'] }) })).status).toBe(200);
  });

  it('sends through the class that gives a stream its length where a worker has one', async () => {
    const lengths: number[] = [];
    class FixedLengthStream extends TransformStream<Uint8Array, Uint8Array> {
      constructor(length: number) {
        super();
        lengths.push(length);
      }
    }
    vi.stubGlobal('FixedLengthStream', FixedLengthStream);
    expect((await gatewayOf()(upload())).status).toBe(200);
    expect(lengths).toEqual([Number(upstream.uploads[0]?.headers['content-length'])]);
  });
});

describe('a browser that vanishes', () => {
  it.each(['image/jpeg', 'multipart/form-data; boundary=abcdefgh'])('before the last byte of %s stops the upstream', async (type) => {
    const browser = new AbortController();
    const arrived = new Promise<void>((resolve) => (upstream.state.behave = (incoming) => void incoming.once('data', resolve)));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ === 0 ? controller.enqueue(new Uint8Array(1_000)) : new Promise(() => {})),
    });
    const init = { ...uploadInit(body, 1_000_000, { 'Content-Type': type }), signal: browser.signal };
    const answered = gatewayOf()(new Request(`${BASE}/upload?name=a.jpg`, init));
    await arrived;
    browser.abort();
    await expect.poll(() => upstream.state.aborted).toBe(1);
    expect((await answered).status).toBe(502);
  });

  it('before the gateway began sends nothing', async () => {
    let calls = 0;
    upstream.state.behave = (_incoming, outgoing) => (calls++, answer(outgoing, 200, {}));
    const init = { ...uploadInit(bytesOf(1_000), 1_000), signal: AbortSignal.abort() };
    expect((await gatewayOf()(new Request(`${BASE}/upload?name=a.jpg`, init))).status).toBe(502);
    expect(calls).toBe(0);
  });

  it('after the last byte leaves an answer that is kept', async () => {
    const browser = new AbortController();
    const kept: KeptAnswer[] = [];
    const answers = { get: async () => undefined, set: async (_key: string, each: KeptAnswer) => void kept.push(each) };
    upstream.state.behave = (incoming, outgoing) =>
      void incoming.resume().on('end', () => {
        browser.abort();
        answer(outgoing, 200, { image: { id_encoded: 'first' } });
      });
    const init = { ...uploadInit(bytesOf(1_000), 1_000, { 'Idempotency-Key': 'k' }), signal: browser.signal };
    await gatewayOf({ answers })(new Request(`${BASE}/upload?name=a.jpg`, init));
    expect(kept.map(({ status, body }) => [status, body])).toEqual([[200, '{"image":{"id_encoded":"first"}}']]);
    expect(upstream.state.aborted).toBe(0);
  });
});

describe('what the upstream is told', () => {
  const theirs = {
    'X-API-Key': 'theirs',
    Cookie: 'session=1',
    Authorization: 'Basic x',
    'Proxy-Authorization': 'Basic x',
    Connection: 'X-Hop',
    'X-Hop': '1',
    TE: 'trailers',
    Trailer: 'X-T',
    Upgrade: 'h2c',
    'Keep-Alive': 'timeout=1',
    'X-Forwarded-For': '127.0.0.1',
    'X-Other': '1',
    'X-Wanted': 'yes',
  };

  it.each(['file', 'form'])('is nothing of the browser’s headers but what the options name, for a %s', async (kind) => {
    const request = kind === 'form' ? await form({ key: 'theirs' }, theirs) : upload('name=a.jpg', theirs);
    await gatewayOf({ forwardHeaders: ['x-wanted'] })(request);
    const { headers } = upstream.uploads[0] ?? { headers: {} };
    // What the runtime's own fetch adds for its own connection.
    const own = new Set(['host', 'connection', 'accept-language', 'sec-fetch-mode', 'user-agent', 'accept-encoding']);
    expect(
      Object.keys(headers)
        .filter((name) => !own.has(name))
        .toSorted(),
    ).toEqual(['accept', 'content-length', 'content-type', 'x-api-key', 'x-wanted']);
    expect(headers).toMatchObject({ 'x-api-key': KEY, connection: 'keep-alive' });
  });

  it("is another Idempotency-Key for each subject's, and the browser's own where there are no subjects", async () => {
    const authorize = (request: Request) => ({ isAllowed: true, subject: request.headers.get('x-user') ?? '' }) as const;
    const gateway = gatewayOf({ authorize });
    for (const user of ['ann', 'bob', '']) await gateway(upload('name=a.jpg', { 'Idempotency-Key': 'k1', 'X-User': user }));
    const [ann, bob, nobody] = upstream.uploads.map(({ headers }) => headers['idempotency-key']);
    expect(ann).toMatch(/^[0-9a-f]{64}$/);
    expect(bob).toMatch(/^[0-9a-f]{64}$/);
    expect(ann).not.toBe(bob);
    expect(nobody).toBe('k1');
  });

  it('has the fixed options in a form, too, whatever the form says', async () => {
    const gateway = gatewayOf({ authorize: () => ({ isAllowed: true, fields: { album_id: 'ours', tags: 'a' } }) });
    const response = await gateway(await form({ album_id: 'theirs', title: 'Hi' }));
    expect(response.status).toBe(200);
    expect(upstream.uploads[0]).toMatchObject({
      fileName: 'ä.jpg',
      fields: { album_id: 'ours', tags: 'a', title: 'Hi', xxxxxxxx: 'theirs' },
    });
    expect(upstream.uploads[0]?.bytes.equals(Buffer.alloc(5_000, 7))).toBe(true);
  });

  it('is nothing of a form that could be read in two ways, where options are fixed', async () => {
    const gateway = gatewayOf({ authorize: () => ({ isAllowed: true, fields: { album_id: 'ours' } }) });
    const body = '--abcdefgh\nContent-Disposition: form-data; name=album_id\n\ntheirs\n--abcdefgh--';
    const headers = { 'Content-Type': 'multipart/form-data; boundary=abcdefgh', 'Content-Length': String(body.length) };
    const response = await gateway(new Request(`${BASE}/upload`, { method: 'POST', body, headers }));
    expect(response.status).toBe(400);
    expect(upstream.uploads).toHaveLength(0);
  });
});

describe('what the browser is told', () => {
  it('has Retry-After of a host that is busy, and none of its other headers', async () => {
    upstream.state.behave = (incoming, outgoing) =>
      void incoming.resume().on('end', () => {
        outgoing
          .writeHead(429, { 'Retry-After': '7', 'Set-Cookie': 'a=b', Server: 'secret', 'Content-Type': 'text/html' })
          .end('<b>slow</b>');
      });
    const response = await gatewayOf()(upload());
    expect(response.status).toBe(429);
    expect(await response.text()).toBe('<b>slow</b>');
    expect([...response.headers.keys()].toSorted()).toEqual([
      'cache-control',
      'content-security-policy',
      'content-type',
      'retry-after',
      'x-content-type-options',
      'x-request-id',
    ]);
  });

  it.each([204, 205, 302])('is 502 for an answer of %i', async (status) => {
    upstream.state.behave = (incoming, outgoing) => void incoming.resume().on('end', () => outgoing.writeHead(status).end());
    expect((await gatewayOf()(upload())).status).toBe(502);
  });

  it('says that a host redirects, which would lose the file', async () => {
    upstream.state.behave = (incoming, outgoing) =>
      void incoming.resume().on('end', () => outgoing.writeHead(301, { Location: 'https://host.example/api/1/upload/' }).end());
    expect(await (await gatewayOf()(upload())).json()).toMatchObject({ error: { message: 'The host answered from another address' } });
  });

  it('is 502 for an answer that does not end', async () => {
    upstream.state.behave = (incoming, outgoing) =>
      void incoming.resume().on('end', () => {
        const more = (): void => {
          while (!outgoing.destroyed && outgoing.write('x'.repeat(10_000)));
          outgoing.once('drain', more);
        };
        outgoing.writeHead(200);
        more();
      });
    const response = await gatewayOf()(upload());
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ error: { message: 'The host took the file and gave no answer' } });
  });

  it('is the refusal, to a page of an allowed origin', async () => {
    const gateway = gatewayOf({ allowedOrigins: ['https://friend.example'], authorize: () => ({ isAllowed: false }) });
    const response = await gateway(upload('name=a.jpg', { Origin: 'https://friend.example' }));
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://friend.example');
    expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After, X-Request-Id');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is a page where it asks for one, of a refusal too', async () => {
    const response = await gatewayOf({ maxBytes: 10 })(upload('name=a.jpg', { Accept: 'text/html,*/*' }));
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('File too big - max 10 bytes');
  });

  it('is 429 and when to come again, for one upload too many, but the kept answer for a repeat', async () => {
    const gateway = gatewayOf({ clientLimit: { uploadsPerMinute: 1, clientId: (request) => request.headers.get('x-client') } });
    const ann = { 'X-Client': 'ann', 'Idempotency-Key': 'k1' };
    expect((await gateway(upload('name=a.jpg', ann))).status).toBe(200);
    expect((await gateway(upload('name=a.jpg', ann))).status).toBe(200);
    const refused = await gateway(upload('name=b.jpg', { 'X-Client': 'ann' }));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status_code: 429, error: { code: 429, message: expect.stringMatching(/^Too many/) } });
    expect((await gateway(upload('name=a.jpg', { 'X-Client': 'bob' }))).status).toBe(200);
    expect(upstream.uploads).toHaveLength(2);
  });

  it('lets a form be as much longer than its file as forms are', async () => {
    const gateway = gatewayOf({ maxBytes: 5_000 });
    expect((await gateway(await form({ title: 'Hi' }))).status).toBe(200);
    expect((await gateway(upload())).status).toBe(200);
    const long = new Request(`${BASE}/upload?name=a.jpg`, uploadInit(new Uint8Array(5_001), 5_001));
    expect((await gateway(long)).status).toBe(413);
  });

  it.each([
    [6_000, 413],
    [4_000, 400],
  ])('ends a body of %i bytes that said it has 5,000 with %i', async (length, status) => {
    const request = new Request(`${BASE}/upload?name=a.jpg`, uploadInit(bytesOf(length, 100), 5_000));
    expect((await gatewayOf({ maxBytes: 5_000 })(request)).status).toBe(status);
    expect(upstream.uploads).toHaveLength(0);
  });
});

describe('a host that misbehaves', () => {
  const afterAll =
    (misbehave: (outgoing: ServerResponse) => unknown): NonNullable<typeof upstream.state.behave> =>
    (incoming, outgoing) =>
      void incoming.resume().on('end', () => misbehave(outgoing));
  const NO_ANSWER = 'The host took the file and gave no answer';

  it.each<[string, NonNullable<typeof upstream.state.behave>, string]>([
    ['hangs up while the file is sent', (incoming) => void incoming.once('data', () => incoming.destroy()), 'The host cannot be reached'],
    ['hangs up after the last byte', afterAll((outgoing) => outgoing.destroy()), NO_ANSWER],
    [
      'breaks off in the middle of its answer',
      afterAll((outgoing) => outgoing.writeHead(200, { 'Content-Length': '100' }).write('{"image"', () => outgoing.destroy())),
      NO_ANSWER,
    ],
  ])('and %s is a 502 that says what is known', async (_what, behave, message) => {
    upstream.state.behave = behave;
    const response = await gatewayOf()(new Request(`${BASE}/upload?name=a.mp4`, uploadInit(bytesOf(30_000_000, 65_536), 30_000_000)));
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ status_code: 502, error: { message, code: 502 } });
  });

  it.each([
    [200, 'application/json', '{"image": {"id_enc'],
    [500, 'application/json', '{"status_code":500}'],
    [502, 'text/html', '<html>Bad gateway</html>'],
    [200, 'text/plain', ''],
  ])('keeps its word: %i, %s, %s', async (status, type, body) => {
    upstream.state.behave = afterAll((outgoing) => outgoing.writeHead(status, { 'Content-Type': type }).end(body));
    const response = await gatewayOf()(upload());
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });

  it('may say as a date when to come again', async () => {
    const date = 'Mon, 23 Nov 2026 04:00:00 GMT';
    upstream.state.behave = afterAll((outgoing) => outgoing.writeHead(503, { 'Retry-After': date }).end());
    expect((await gatewayOf()(upload())).headers.get('retry-after')).toBe(date);
  });
});

describe('GET limits', () => {
  const limits = {
    formats: ['jpeg' as const],
    maxBytes: 9_000,
    options: [],
    categories: [],
    canUploadUrls: false,
    isModerated: false,
    refusesDuplicates: false,
    account: {
      kind: 'member' as const,
      signUpUrl: 'https://host.example/signup',
      signInUrl: 'https://host.example/login',
      guestExpiration: null,
    },
  };
  const ask = (): Request => new Request(`${BASE}/limits`);

  it('answers its options, and no more bytes than the gateway itself takes', async () => {
    expect(await (await gatewayOf({ limits })(ask())).json()).toEqual(limits);
    expect(await (await gatewayOf({ limits, maxBytes: 10 })(ask())).json()).toMatchObject({ maxBytes: 10 });
  });

  it('asks the upstream as the holder of the key, whose account nobody else signs in to', async () => {
    let key: unknown;
    upstream.state.behave = (incoming, outgoing) => ((key = incoming.headers['x-api-key']), answer(outgoing, 200, limits));
    const response = await gatewayOf()(ask());
    expect(await response.json()).toEqual({ ...limits, account: { ...limits.account, signUpUrl: null, signInUrl: null } });
    expect(key).toBe(KEY);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    [400, { error: { message: 'Invalid API action', code: 120 } }],
    [200, {}],
    [301, limits],
  ])('says that a host tells none which answers %i and %j', async (status, body) => {
    upstream.state.behave = (_incoming, outgoing) => answer(outgoing, status, body);
    expect((await gatewayOf()(ask())).status).toBe(404);
  });

  it('says 502 when the host cannot be reached', async () => {
    expect((await gatewayOf({ upstream: 'http://127.0.0.1:9' })(ask())).status).toBe(502);
  });
});

describe('without authorize', () => {
  it.each([
    [{ Host: 'uploads.example' }],
    [{ 'X-Forwarded-Host': 'uploads.example' }],
    [{ 'X-Forwarded-For': '203.0.113.7, 127.0.0.1' }],
    [{ 'X-Forwarded-For': 'unknown' }],
  ])('refuses what came by %j, whatever its address says', async (headers) => {
    expect((await gatewayOf()(upload('name=a.jpg', headers))).status).toBe(403);
    expect(upstream.uploads).toHaveLength(0);
  });

  it('serves what came through a proxy of the own network', async () => {
    const headers = { Host: 'localhost:3000', 'X-Forwarded-Host': '192.168.1.2:8080', 'X-Forwarded-For': '192.168.1.9' };
    expect((await gatewayOf()(upload('name=a.jpg', headers))).status).toBe(200);
  });
});

describe('the log', () => {
  it('has one line per request, with its id and without its query', async () => {
    const entries: GatewayLogEntry[] = [];
    const response = await gatewayOf({ log: (entry) => void entries.push(entry) })(upload('name=a.jpg&title=private'));
    const requestId = response.headers.get('x-request-id');
    expect(entries).toEqual([{ requestId, method: 'POST', path: '/gateway/upload', status: 200, durationMs: expect.any(Number) }]);
  });

  it('is told what authorize threw, and the browser is not', async () => {
    const entries: GatewayLogEntry[] = [];
    const error = new Error('no connection to db.internal');
    const response = await gatewayOf({ authorize: () => Promise.reject(error), log: (entry) => void entries.push(entry) })(upload());
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('db.internal');
    expect(entries[0]?.error).toBe(error);
  });

  it('takes no answer with it when it fails', async () => {
    const gateway = gatewayOf({
      log: () => {
        throw new Error('disk full');
      },
    });
    expect((await gateway(upload())).status).toBe(200);
  });
});

describe('the key', () => {
  it('is in nothing that a browser receives, whatever the host does', async () => {
    const echo = { error: { message: `dump of the request: X-API-Key: ${KEY}`, code: 600 }, key: KEY };
    const behaviours: (typeof upstream.state.behave)[] = [
      null,
      (incoming, outgoing) => void incoming.resume().on('end', () => answer(outgoing, 500, echo)),
      (incoming, outgoing) =>
        void incoming.resume().on('end', () => answer(outgoing, 200, { image: { url_viewer: `https://h.example/${KEY}` } })),
      (incoming, outgoing) =>
        void incoming
          .resume()
          .on('end', () => outgoing.writeHead(500, { 'X-Api-Key': KEY, 'Set-Cookie': KEY, 'Content-Type': 'text/html' }).end(KEY)),
      (incoming, outgoing) =>
        void incoming.resume().on('end', () => outgoing.writeHead(302, { Location: `http://h.example/?key=${KEY}` }).end(KEY)),
      (_incoming, outgoing) => answer(outgoing, 200, { formats: [], maxBytes: 1, key: KEY }),
      (_incoming, outgoing) => answer(outgoing, 400, { error: { message: KEY, code: 1 } }),
      (incoming) => void incoming.destroy(),
    ];
    const asked: (() => Request | Promise<Request>)[] = [
      () => upload(),
      () => upload('name=a.jpg', { Accept: 'text/html' }),
      () => form({}),
      () => form({}, { Accept: 'text/html' }),
      () => upload('name=a.jpg', { 'Content-Length': '0' }),
      () => upload('name=a.jpg', { Origin: 'https://evil.example' }),
      () => upload('name=a.jpg', { Origin: 'https://friend.example' }),
      () => new Request(`${BASE}/limits`),
      () => new Request(`${BASE}/albums`),
      () =>
        new Request(`${BASE}/albums`, {
          method: 'POST',
          body: '{"name":"A","privacy":"public"}',
          headers: { 'Content-Type': 'application/json' },
        }),
      () =>
        new Request(`${BASE}/albums/wh/images`, {
          method: 'POST',
          body: '{"imageIds":["a"]}',
          headers: { 'Content-Type': 'application/json' },
        }),
      () => new Request(`${BASE}/upload`, { method: 'OPTIONS', headers: { Origin: 'https://friend.example' } }),
      () => new Request(`${BASE}/nothing`),
      () => new Request(`${BASE}/upload`, { method: 'DELETE' }),
      () => new Request('http://uploads.example/gateway/upload?name=a', uploadInit(bytesOf(5), 5)),
    ];
    const gateway = gatewayOf({ albums: 'key', allowedOrigins: ['https://friend.example'] });
    const statuses = new Set<number>();
    for (const behave of behaviours) {
      upstream.state.behave = behave;
      for (const make of asked) {
        const response = await gateway(await make());
        const received = `${response.status} ${response.statusText} ${JSON.stringify([...response.headers])} ${await response.text()}`;
        statuses.add(response.status);
        expect(received).not.toContain(KEY);
        expect(response.headers.get('set-cookie')).toBeNull();
      }
    }
    expect([...statuses].toSorted((a, b) => a - b)).toEqual([200, 204, 400, 403, 404, 405, 500, 502]);
  });
});
