import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { requestReply } from './requestReply.js';
import { playHost } from './testing/playHost.js';

const server = inject('badServerUrl');
const REFUSING_URL = 'http://127.0.0.1:9/x';
const read = (reply: unknown) => reply as { readonly ok: boolean } | null;
const { signal } = new AbortController();

describe('requestReply', () => {
  afterEach(() => vi.restoreAllMocks());

  it('gives what was read', async () => {
    const host = await playHost({ ok: true });
    expect(await requestReply(host.url, {}, read, signal)).toEqual({ ok: true });
  });

  it('sends nothing when it was aborted before', async () => {
    const fetchSpy = vi.spyOn(globalThis, 'fetch');
    const reason = new Error('stopped');
    await expect(requestReply(server, {}, read, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(fetchSpy).not.toHaveBeenCalled();
  });

  it('rejects with the reason when it is aborted while it waits, and listens no more', async () => {
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const asked = requestReply(`${server}/silent?id=asked`, { method: 'POST', body: 'x' }, read, controller.signal);
    await vi.waitFor(async () => expect(await (await fetch(`${server}/seen?id=asked`)).json()).not.toBeNull());
    const reason = new Error('stopped');
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
    expect(remove).toHaveBeenCalled();
  });

  it('does not know what became of a deed whose connection broke, but of a question', async () => {
    await expect(requestReply(REFUSING_URL, { method: 'POST' }, read, signal)).rejects.toMatchObject({ code: 'network.answerLost' });
    await expect(requestReply(REFUSING_URL, {}, read, signal)).rejects.toMatchObject({ code: 'network.lost' });
  });

  it('knows when there is no connection', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(requestReply(REFUSING_URL, {}, read, signal)).rejects.toMatchObject({ code: 'network.offline' });
  });

  it('gives up on an answer that never ends', async () => {
    await expect(requestReply(`${server}/endless`, { method: 'POST', body: 'x' }, read, signal)).rejects.toMatchObject({
      code: 'host.badReply',
      details: { hint: 'endless' },
    });
  });
});
