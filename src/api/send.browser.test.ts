import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { isUploadError } from '../shared/UploadError.js';
import type { Answer } from './readReply.js';
import { send, type SendRequest } from './send.js';
import type { Seen } from './testing/badServer.js';

const server = inject('badServerUrl');
const KB = 1_000;
const MB = 1_000 * KB;
const REFUSING_URL = 'http://127.0.0.1:9/upload';
let ids = 0;

const blobOf = (size: number): Blob => new Blob([new Uint8Array(size)]);
const seen = async (id: number): Promise<Seen> => (await fetch(`${server}/seen?id=${id}`)).json() as Promise<Seen>;

/** What the server saw of a sender that vanished; it looks up only now and then. */
const becameOf = (id: number): Promise<Seen> =>
  vi.waitFor(
    async () => {
      const request = await seen(id);
      if (!(request as Seen | null)?.isAborted) throw new Error('The server still waits for the rest of the body.');
      return request;
    },
    { timeout: 8_000 },
  );

interface Sent {
  readonly id: number;
  readonly reported: readonly number[];
  readonly outcome: Answer | { readonly code: string; readonly details: unknown };
}

/** Sends a file to the bad server and tells how it ended. */
async function sendTo(path: string, over: Partial<SendRequest> = {}): Promise<Sent> {
  const id = (ids += 1);
  const file = over.file === undefined ? blobOf(10 * KB) : over.file;
  const reported: number[] = [];
  const url = path.startsWith('http') ? path : `${server}/${path}${path.includes('?') ? '&' : '?'}id=${id}`;
  const request: SendRequest = {
    url,
    headers: {},
    body: file ?? new FormData(),
    file,
    onSentBytes: (bytes) => reported.push(bytes),
    signal: new AbortController().signal,
    timeouts: { stallMs: 5_000, answerMs: 5_000 },
    ...over,
  };
  const outcome = await send(request).catch((thrown: unknown) => {
    if (isUploadError(thrown)) return { code: thrown.code, details: thrown.details };
    throw thrown;
  });
  return { id, reported, outcome };
}

describe('send', () => {
  it('gives status, text and Retry-After of any answer', async () => {
    const { outcome } = await sendTo(
      `ok?status=429&text=slow&headers=${encodeURIComponent('{"Retry-After":"Sun, 22 Nov 2026 04:00:00 GMT"}')}`,
    );
    expect(outcome).toEqual({
      status: 429,
      text: 'slow',
      retryAfter: 'Sun, 22 Nov 2026 04:00:00 GMT',
      isRedirected: false,
      isBodySent: true,
    });
  });

  it('reports bytes that only grow, and the whole size once the last one left', async () => {
    const { reported } = await sendTo('ok', { file: blobOf(30 * MB) });
    expect(reported).toEqual([...new Set(reported)].toSorted((a, b) => a - b));
    expect(reported.at(-1)).toBe(30 * MB);
    expect(reported.filter((bytes) => bytes >= 30 * MB)).toHaveLength(1);
  });

  it('reports the file’s bytes, not those of the form around it', async () => {
    const file = blobOf(2 * MB);
    const body = new FormData();
    body.append('description', 'x'.repeat(MB));
    body.append('source', file, 'a.png');
    const { reported, id } = await sendTo('ok', { file, body });
    expect(reported.at(-1)).toBe(2 * MB);
    expect((await seen(id)).bodyBytes).toBeGreaterThan(3 * MB);
  });

  it.each([1, 10 * KB, 5 * MB])('calls a refused connection lost before the last byte, with a body of %d', async (size) => {
    const { outcome, reported } = await sendTo(REFUSING_URL, { file: blobOf(size) });
    expect(outcome).toEqual({ code: 'network.lost', details: { sentBytes: 0, sizeBytes: size } });
    expect(reported).toEqual([]);
  });

  it('calls a connection that breaks in the middle lost before the last byte', async () => {
    const { outcome, reported } = await sendTo('cut?bytes=200000', { file: blobOf(40 * MB) });
    expect(outcome).toMatchObject({ code: 'network.lost', details: { sizeBytes: 40 * MB } });
    expect(reported.every((bytes) => bytes < 40 * MB)).toBe(true);
  });

  it.each([
    [1, 0],
    [10 * KB, 0],
    [10 * KB, 300],
    [5 * MB, 0],
  ])('calls the answer lost when a body of %d was read whole and the connection broke %d ms later', async (size, ms) => {
    const { outcome, id } = await sendTo(`lose-answer?ms=${ms}`, { file: blobOf(size) });
    expect(outcome).toEqual({ code: 'network.answerLost', details: { status: null } });
    expect(await seen(id)).toMatchObject({ bodyBytes: size, requests: 1 });
  });

  it('calls an answer that is shorter than it says lost', async () => {
    expect((await sendTo('half?text={"image":')).outcome).toMatchObject({ code: 'network.answerLost' });
  });

  it.each([10 * KB, 40 * MB])('gives an answer that came before the body of %d was read', async (size) => {
    expect((await sendTo('early?status=413&text=big', { file: blobOf(size) })).outcome).toMatchObject({ status: 413, text: 'big' });
  });

  it('knows that an early answer came before the last byte', async () => {
    expect((await sendTo('early?status=502', { file: blobOf(40 * MB) })).outcome).toMatchObject({ status: 502, isBodySent: false });
  });

  it('gives up when no byte leaves for the stall time', async () => {
    const timeouts = { stallMs: 1_500, answerMs: 60_000 };
    const { outcome, id } = await sendTo('stall?bytes=100000&ms=5000', { file: blobOf(40 * MB), timeouts });
    expect(outcome).toEqual({ code: 'network.stalled', details: { stalledMs: 1_500 } });
    expect(await becameOf(id)).toMatchObject({ isAborted: true });
    expect((await seen(id)).bodyBytes).toBeLessThan(40 * MB);
  });

  it('gives up when no answer comes for the answer time, and nobody knows', async () => {
    const { outcome } = await sendTo('silent', { timeouts: { stallMs: 60_000, answerMs: 300 } });
    expect(outcome).toEqual({ code: 'network.noAnswer', details: { waitedMs: 300 } });
  });

  it('gives up on an answer that never ends', async () => {
    expect((await sendTo('endless')).outcome).toEqual({ code: 'host.badReply', details: { status: 200, hint: 'endless' } });
  });

  it('says when the answer came from another address', async () => {
    const headers = encodeURIComponent(JSON.stringify({ Location: `${server}/ok?text=elsewhere` }));
    expect((await sendTo(`early?status=303&headers=${headers}`)).outcome).toMatchObject({ text: 'elsewhere', isRedirected: true });
  });

  it('names the host’s answer its own where the address was relative or had a fragment', async () => {
    expect((await sendTo(`${server}/ok?name=%C3%BC%20'a'.png#top`)).outcome).toMatchObject({ isRedirected: false });
  });

  it('calls it offline when the browser has no connection', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect((await sendTo(REFUSING_URL)).outcome).toEqual({ code: 'network.offline', details: {} });
    onLine.mockRestore();
  });

  it('calls a file that can no longer be read unreadable', async () => {
    const file = blobOf(10);
    const slice = vi
      .spyOn(file, 'slice')
      .mockReturnValue({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as Blob);
    expect((await sendTo(REFUSING_URL, { file })).outcome).toMatchObject({ code: 'file.unreadable' });
    slice.mockRestore();
  });
});

describe('send, aborted', () => {
  let reason: Error;
  let controller: AbortController;
  beforeEach(() => {
    reason = new Error('stopped by a person');
    controller = new AbortController();
  });

  it('sends nothing when it was aborted before', async () => {
    controller.abort(reason);
    const sendSpy = vi.spyOn(XMLHttpRequest.prototype, 'send');
    await expect(sendTo('ok', { signal: controller.signal })).rejects.toBe(reason);
    expect(sendSpy).not.toHaveBeenCalled();
    sendSpy.mockRestore();
  });

  it('stops while bytes leave, and the host sees it', async () => {
    const id = ids + 1;
    const sent = sendTo('stall?bytes=100000&ms=5000', {
      file: blobOf(40 * MB),
      signal: controller.signal,
      onSentBytes: () => controller.abort(reason),
    });
    await expect(sent).rejects.toBe(reason);
    expect(await becameOf(id)).toMatchObject({ isAborted: true });
    expect((await seen(id)).bodyBytes).toBeLessThan(40 * MB);
  });

  it('stops while the host works', async () => {
    const sent = sendTo('silent', { signal: controller.signal, onSentBytes: (bytes) => bytes === 10 * KB && controller.abort(reason) });
    await expect(sent).rejects.toBe(reason);
  });

  it('ignores an abort after the end', async () => {
    const { outcome } = await sendTo('ok?text=done', { signal: controller.signal });
    controller.abort(reason);
    expect(outcome).toMatchObject({ text: 'done' });
  });
});

/** The timers of 300 and 4321 ms that run. */
function watchTimers() {
  const running = new Set<unknown>();
  const { setTimeout: start, clearTimeout: clear } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, ms: number) => {
    const timer: unknown = start(() => {
      running.delete(timer);
      act();
    }, ms);
    if (ms === 4_321 || ms === 300) running.add(timer);
    return timer;
  }) as typeof setTimeout);
  vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    running.delete(timer);
    clear(timer as number);
  });
  return { running, start };
}

describe('send, whatever the end', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['an answer', 'ok', 10 * KB, {}],
    ['a refused connection', REFUSING_URL, 10 * KB, {}],
    ['a lost answer', 'lose-answer', 10 * KB, {}],
    ['a stall', 'stall?bytes=1', 40 * MB, { stallMs: 300 }],
    ['no answer', 'silent', 10 * KB, { answerMs: 300 }],
    ['an endless answer', 'endless', 10 * KB, {}],
  ])('leaves no timer, no listener and no report behind after %s', async (_name, path, size, timeouts) => {
    const { running, start } = watchTimers();
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const listen = vi.spyOn(XMLHttpRequestEventTarget.prototype, 'addEventListener');
    const { reported } = await sendTo(path, { file: blobOf(size), signal, timeouts: { stallMs: 4_321, answerMs: 4_321, ...timeouts } });
    expect(running.size).toBe(0);
    const ends = listen.mock.calls.map(([, , options]) => typeof options === 'object' && options.signal?.aborted);
    expect(ends).toEqual([true, true, true, true, true]);
    expect(add).toHaveBeenCalledTimes(1);
    expect(remove).toHaveBeenCalledWith('abort', add.mock.calls[0]?.[1]);
    const count = reported.length;
    await new Promise((resolve) => start(resolve, 150));
    expect(reported).toHaveLength(count);
  });

  it('leaves no timer behind when the one who hears of a byte aborts', async () => {
    const { running } = watchTimers();
    const controller = new AbortController();
    const onSentBytes = () => controller.abort(new Error('stopped'));
    const timeouts = { stallMs: 4_321, answerMs: 4_321 };
    await expect(sendTo('silent', { signal: controller.signal, onSentBytes, timeouts })).rejects.toThrow('stopped');
    expect(running.size).toBe(0);
  });
});
