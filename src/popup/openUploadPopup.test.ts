import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openUploadPopup, PopupBlockedError, type UploadPopupOptions } from './openUploadPopup.js';
import { FakeHandle, FakeWindow } from './testing/fakeWindow.js';

const ORIGIN = 'https://photos.example';
const URL_OF_PAGE = `${ORIGIN}/?theme=dark`;
const READY = { dropline: 'ready', version: 1 };
const FILE = { name: 'a.png', code: '![a](x)', viewerUrl: `${ORIGIN}/image/a`, directUrl: `${ORIGIN}/a.png` };
const INSERT = { dropline: 'insert', version: 1, format: 'markdown', files: [FILE, { ...FILE, name: 'b.png', code: '![b](x)' }] };

describe('openUploadPopup', () => {
  let popup: FakeHandle;
  let self: FakeWindow;

  beforeEach(() => {
    vi.useFakeTimers();
    popup = new FakeHandle();
    self = new FakeWindow(popup);
    vi.stubGlobal('window', self);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const open = (options: Partial<UploadPopupOptions> = {}) => openUploadPopup({ url: URL_OF_PAGE, origin: ORIGIN, ...options });

  it('answers the page with its wishes, takes what was chosen, and says so', async () => {
    const codes = open({ closeAfterInsert: true, format: 'markdown' });
    expect(self.opened).toEqual([[URL_OF_PAGE, '_blank', 'popup,width=480,height=700']]);
    expect(popup.received).toEqual([]);
    self.hear(READY, popup, ORIGIN);
    const welcome = { dropline: 'welcome', version: 1, closeAfterInsert: true, format: 'markdown' };
    expect(popup.received).toEqual([{ data: welcome, targetOrigin: ORIGIN }]);
    self.hear(INSERT, popup, ORIGIN);
    await expect(codes).resolves.toEqual({ format: 'markdown', files: INSERT.files, text: '![a](x)\n![b](x)' });
    expect(popup.received[1]).toEqual({ data: { dropline: 'taken', version: 1 }, targetOrigin: ORIGIN });
    expect(popup.closed).toBe(false);
  });

  it('answers a page that was loaded anew', async () => {
    const codes = open();
    self.hear(READY, popup, ORIGIN);
    self.hear(READY, popup, ORIGIN);
    expect(popup.received).toHaveLength(2);
    self.hear(INSERT, popup, ORIGIN);
    await expect(codes).resolves.not.toBeNull();
  });

  it('hears nobody but that page', async () => {
    const codes = open();
    const strangers: [unknown, string][] = [
      [popup, 'https://evil.example'],
      [popup, 'null'],
      [popup, `${ORIGIN}.evil.example`],
      [new FakeHandle(), ORIGIN],
      [null, ORIGIN],
      [self, ORIGIN],
    ];
    for (const [source, origin] of strangers) {
      self.hear(READY, source, origin);
      self.hear(INSERT, source, origin);
    }
    self.hear({ ...INSERT, files: [{ ...FILE, viewerUrl: 'javascript:alert(1)' }] }, popup, ORIGIN);
    self.hear('insert', popup, ORIGIN);
    expect(popup.received).toEqual([]);
    popup.close();
    vi.advanceTimersByTime(1_000);
    await expect(codes).resolves.toBeNull();
  });

  it('ends with nothing when the window is closed', async () => {
    const codes = open();
    vi.advanceTimersByTime(10_000);
    expect(self.listenerCount).toBe(1);
    popup.close();
    vi.advanceTimersByTime(1_000);
    await expect(codes).resolves.toBeNull();
  });

  it('closes the window when aborted', async () => {
    const abort = new AbortController();
    const codes = open({ signal: abort.signal });
    abort.abort(new Error('The editor was closed'));
    await expect(codes).rejects.toThrow('The editor was closed');
    expect(popup.closed).toBe(true);
  });

  const ENDINGS: Record<string, (abort: AbortController) => void> = {
    'an insertion': () => self.hear(INSERT, popup, ORIGIN),
    'a closed window': () => {
      popup.close();
      vi.advanceTimersByTime(1_000);
    },
    'an abort': (abort) => abort.abort(new Error('gone')),
    'a page of another release': () => self.hear({ dropline: 'ready', version: 2 }, popup, ORIGIN),
  };
  it.each(Object.keys(ENDINGS))('leaves no listener and no timer after %s', async (ending) => {
    const abort = new AbortController();
    const left = () => [self.listenerCount, vi.getTimerCount(), getEventListeners(abort.signal, 'abort').length];
    const codes = open({ signal: abort.signal });
    expect(left()).toEqual([1, 1, 1]);
    ENDINGS[ending]?.(abort);
    await Promise.allSettled([codes]);
    expect(left()).toEqual([0, 0, 0]);
  });

  it('opens nothing when aborted before', async () => {
    await expect(open({ signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
    expect(self.opened).toEqual([]);
  });

  it('says when the browser blocks the window', async () => {
    self = new FakeWindow(null);
    vi.stubGlobal('window', self);
    await expect(open()).rejects.toBeInstanceOf(PopupBlockedError);
  });

  it('says when the page is of another release', async () => {
    const codes = open();
    self.hear({ dropline: 'ready', version: 2 }, popup, ORIGIN);
    await expect(codes).rejects.toThrow(/speaks version 2 .* version 1/);
    expect(popup.received).toEqual([]);
  });

  it.each([
    ['javascript:alert(1)', ORIGIN, 'which opens no page'],
    ['data:text/html,x', ORIGIN, 'which opens no page'],
    ['/upload', ORIGIN, 'which opens no page'],
    ['https://user:secret@photos.example/', ORIGIN, 'which opens no page'],
    ['https://photos.example.evil/', ORIGIN, 'Make them agree'],
    ['http://photos.example/', ORIGIN, 'Make them agree'],
    [URL_OF_PAGE, '*', 'Make them agree'],
    [URL_OF_PAGE, `${ORIGIN}/`, 'Make them agree'],
  ])('opens nothing for %s of %s', async (url, origin, message) => {
    const opening = open({ url, origin });
    await expect(opening).rejects.toBeInstanceOf(TypeError);
    await expect(opening).rejects.toThrow(message);
    expect(self.opened).toEqual([]);
  });
});
