import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer } from './createPacer.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createPacer', () => {
  it('runs once for several requests, and not sooner than its pace', async () => {
    const task = vi.fn<() => void>();
    const pacer = createPacer(250, task);
    pacer.request();
    pacer.request();
    await vi.advanceTimersByTimeAsync(120);
    expect(task).toHaveBeenCalledTimes(1);
    pacer.request();
    await vi.advanceTimersByTimeAsync(150);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120);
    expect(task).toHaveBeenCalledTimes(2);
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
});
