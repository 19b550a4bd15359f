import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer } from './createPacer.js';

/** Where no frames are drawn. */
const HIDDEN_FRAME_MS = 100;

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('createPacer', () => {
  it('runs once for several requests, and once in a beat', async () => {
    const task = vi.fn<() => void>();
    const pacer = createPacer(250, task);
    pacer.request();
    pacer.request();
    await vi.advanceTimersByTimeAsync(120);
    expect(task).toHaveBeenCalledTimes(1);
    pacer.request();
    await vi.advanceTimersByTimeAsync(129);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('runs for every frame without a beat', async () => {
    const task = vi.fn<() => void>();
    const pacer = createPacer(0, task);
    for (let frame = 1; frame <= 3; frame++) {
      pacer.request();
      await vi.advanceTimersByTimeAsync(HIDDEN_FRAME_MS - 1);
      expect(task).toHaveBeenCalledTimes(frame - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(task).toHaveBeenCalledTimes(frame);
    }
  });

  it('runs no more when it is stopped, and anew when it is asked again', async () => {
    const task = vi.fn<() => void>();
    const pacer = createPacer(250, task);
    pacer.request();
    pacer.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(task).not.toHaveBeenCalled();
    pacer.request();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a clock that was set back', async () => {
    const task = vi.fn<() => void>();
    const pacer = createPacer(250, task);
    pacer.request();
    await vi.advanceTimersByTimeAsync(300);
    vi.setSystemTime(Date.now() - 3_600_000);
    pacer.request();
    await vi.advanceTimersByTimeAsync(400);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('runs at once where it is told to, in the beat of who has it run', async () => {
    const told: number[] = [];
    const slower = createPacer(250, () => told.push(Date.now()), 'atOnce');
    const pacer = createPacer(50, () => slower.request(), 'atOnce');
    await vi.advanceTimersByTimeAsync(110);
    for (let count = 0; count < 100; count++) {
      pacer.request();
      await vi.advanceTimersByTimeAsync(7);
    }
    expect(told).toEqual([1_000_110, 1_000_250, 1_000_500, 1_000_750]);
  });
});
