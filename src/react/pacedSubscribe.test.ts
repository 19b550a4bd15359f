import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueueStore } from '../journey/queue/createQueueStore.js';
import { itemIn } from '../journey/testing/items.js';
import type { Uploader } from '../journey/uploader.js';
import { pacedSubscribe } from './pacedSubscribe.js';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function setUp() {
  const { store, ...queue } = createQueueStore();
  const item = itemIn('uploading');
  const other = itemIn('ready');
  queue.append([item, other], 0);
  const uploader = { subscribe: (listener) => store.subscribe(listener) } as Pick<Uploader, 'subscribe'> as Uploader;
  const listener = vi.fn<() => void>();
  const stop = pacedSubscribe(uploader)(listener);
  return {
    uploader,
    listener,
    stop,
    progress: (sentBytes: number) => queue.send(item.id, { type: 'progressed', sentBytes }),
    type: (title: string) => queue.send(other.id, { type: 'optionsChanged', options: { title } }),
  };
}

describe('pacedSubscribe', () => {
  it('tells the first step of an upload at once, and those after it together', async () => {
    const { listener, progress } = setUp();
    for (const sentBytes of [51, 52, 53]) progress(sentBytes);
    expect(listener).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(250);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('does not let wait what a person does', () => {
    const { listener, progress, type } = setUp();
    progress(51);
    progress(52);
    type('A');
    type('AB');
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('tells nothing to who has gone', async () => {
    const { listener, progress, stop } = setUp();
    progress(51);
    progress(52);
    stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('is the same for the same uploader', () => {
    const { uploader } = setUp();
    expect(pacedSubscribe(uploader)).toBe(pacedSubscribe(uploader));
  });
});
