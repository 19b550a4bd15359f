import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { greetOpener, type Opener } from './greetOpener.js';
import type { InsertedCodes } from './messages.js';
import { FakeHandle, FakeWindow } from './testing/fakeWindow.js';

const EDITOR = 'https://editor.example';
const ALLOWED = ['https://other.example', EDITOR];
const WELCOME = { dropline: 'welcome', version: 1, closeAfterInsert: false };
const TAKEN = { dropline: 'taken', version: 1 };
const CODES: InsertedCodes = {
  format: 'links',
  files: [{ name: 'a.png', code: 'https://img.example/a', viewerUrl: 'https://img.example/a', directUrl: null }],
};

describe('greetOpener', () => {
  let opener: FakeHandle;
  let page: FakeWindow;
  let stop: AbortController;

  beforeEach(() => {
    vi.useFakeTimers();
    opener = new FakeHandle();
    page = new FakeWindow(opener);
    stop = new AbortController();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const greet = (): Promise<Opener> => greetOpener(page as unknown as Window, ALLOWED, stop.signal);
  const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
    const open = Symbol('open');
    await vi.advanceTimersByTimeAsync(0);
    return (await Promise.race([promise, Promise.resolve(open)])) !== open;
  };

  it('tells each allowed origin, and no other, that the page is there', () => {
    void greet();
    expect(opener.received).toEqual(ALLOWED.map((targetOrigin) => ({ data: { dropline: 'ready', version: 1 }, targetOrigin })));
  });

  it('listens before it speaks', async () => {
    vi.spyOn(opener, 'postMessage').mockImplementation(() => page.hear(WELCOME, opener, EDITOR));
    await expect(greet()).resolves.toMatchObject({ wishes: { closeAfterInsert: false } });
  });

  it('hears nobody but an opener of an allowed origin', async () => {
    const greeted = greet();
    page.hear(WELCOME, opener, 'https://evil.example');
    page.hear(WELCOME, opener, 'null');
    page.hear(WELCOME, opener, '*');
    page.hear(WELCOME, new FakeHandle(), EDITOR);
    page.hear(WELCOME, page, EDITOR);
    page.hear(WELCOME, null, EDITOR);
    page.hear({ ...WELCOME, closeAfterInsert: 1 }, opener, EDITOR);
    expect(await isSettled(greeted)).toBe(false);
    page.hear({ ...WELCOME, closeAfterInsert: true, format: 'html' }, opener, EDITOR);
    expect((await greeted).wishes).toMatchObject({ closeAfterInsert: true, format: 'html' });
  });

  it('hands the codes to the origin that answered, and waits until they are taken', async () => {
    const greeted = greet();
    page.hear(WELCOME, opener, EDITOR);
    // The window was led to another site that is allowed, too: the first answer binds.
    page.hear({ ...WELCOME, closeAfterInsert: true }, opener, 'https://other.example');
    const { insert, wishes } = await greeted;
    expect(wishes.closeAfterInsert).toBe(false);
    const inserted = insert(CODES);
    expect(opener.received.at(-1)).toEqual({ data: { dropline: 'insert', version: 1, ...CODES }, targetOrigin: EDITOR });
    page.hear(TAKEN, opener, 'https://other.example');
    page.hear(TAKEN, new FakeHandle(), EDITOR);
    page.hear(WELCOME, opener, EDITOR);
    expect(await isSettled(inserted)).toBe(false);
    page.hear(TAKEN, opener, EDITOR);
    await expect(inserted).resolves.toBe(true);
    expect([page.listenerCount, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('listens no more when stopped', () => {
    void greet();
    expect(page.listenerCount).toBe(1);
    stop.abort();
    expect(page.listenerCount).toBe(0);
  });

  it('does not wait for ever for an opener that went elsewhere', async () => {
    const greeted = greet();
    page.hear(WELCOME, opener, EDITOR);
    const inserted = (await greeted).insert(CODES);
    await vi.advanceTimersByTimeAsync(5_000);
    await expect(inserted).resolves.toBe(false);
    expect([page.listenerCount, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('sends nothing to an opener that was closed', async () => {
    const greeted = greet();
    page.hear(WELCOME, opener, EDITOR);
    opener.close();
    const sentCount = opener.received.length;
    await expect((await greeted).insert(CODES)).resolves.toBe(false);
    expect(opener.received).toHaveLength(sentCount);
  });
});
