import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotLoadedError } from '../../shared/loaded.js';
import { createPicturePool } from './createPicturePool.js';

const workers: FakeWorker[] = [];

/** Answers when the test says so. */
class FakeWorker extends EventTarget {
  isTerminated = false;
  readonly callIds: number[] = [];
  constructor() {
    super();
    workers.push(this);
  }
  postMessage = ({ callId }: { callId: number }): void => void this.callIds.push(callId);
  terminate = (): void => void (this.isTerminated = true);
  fail(): void {
    this.dispatchEvent(new Event('error'));
  }
  answer(): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: { callId: this.callIds.shift(), isDone: true, reply: null } }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('OffscreenCanvas', vi.fn());
  workers.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pool = () => createPicturePool(2, () => new FakeWorker() as unknown as Worker);
const request = { step: 'sharp', file: new Blob(), format: 'png' } as const;

describe('createPicturePool', () => {
  it('starts a worker only when those there are at work, and never more than its size', () => {
    const { make, destroy } = pool();
    expect(workers.length).toBe(0);
    for (let n = 1; n <= 3; n++) make(request).catch(() => undefined);
    expect(workers.map(({ callIds }) => callIds.length)).toEqual([2, 1]);
    destroy();
  });

  it('uses one that is free before it starts another', async () => {
    const { make, destroy } = pool();
    const made = make(request);
    workers[0]!.answer();
    await made;
    make(request).catch(() => undefined);
    expect(workers.length).toBe(1);
    destroy();
  });

  it('ends its workers when nothing was to do for a while, and starts them again', async () => {
    const { make, destroy } = pool();
    const made = make(request);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers[0]!.isTerminated).toBe(false);
    workers[0]!.answer();
    await made;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers[0]!.isTerminated).toBe(true);
    const again = make(request);
    workers[1]!.answer();
    expect(await again).toBe(null);
    destroy();
  });

  it('says when neither the file of a worker nor its own came, and starts another worker with the next request', async () => {
    vi.doMock('./makePicture.js', () => Promise.reject(new TypeError('Failed to fetch')));
    const { make, destroy } = pool();
    const made = make(request);
    workers[0]!.fail();
    await Promise.all([expect(made).rejects.toThrow(NotLoadedError), vi.advanceTimersByTimeAsync(100)]);
    vi.doUnmock('./makePicture.js');
    const again = make(request);
    workers[1]!.answer();
    expect(await again).toBe(null);
    destroy();
  });

  it('ends everything on destroy and leaves no timer', async () => {
    const { make, destroy } = pool();
    const open = make(request);
    const made = make(request);
    workers[1]!.answer();
    await made;
    destroy();
    await expect(open).rejects.toThrow('Destroyed');
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
