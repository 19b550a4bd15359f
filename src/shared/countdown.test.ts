import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCountdown } from './countdown.js';

describe('createCountdown', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('ends once, counted from the last start', () => {
    const onEnd = vi.fn<() => void>();
    const countdown = createCountdown(onEnd);
    countdown.restart(100);
    vi.advanceTimersByTime(99);
    countdown.restart(100);
    vi.advanceTimersByTime(99);
    expect(onEnd).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('ends sooner when it is started over with less', () => {
    const onEnd = vi.fn<() => void>();
    const countdown = createCountdown(onEnd);
    countdown.restart(1_000);
    countdown.restart(100);
    vi.advanceTimersByTime(100);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it.each(['it was stopped', 'it ended'])('ends when it is started over after %s', (before) => {
    const onEnd = vi.fn<() => void>();
    const countdown = createCountdown(onEnd);
    countdown.restart(100);
    if (before === 'it ended') vi.advanceTimersByTime(100);
    else countdown.stop();
    onEnd.mockClear();
    countdown.restart(200);
    vi.advanceTimersByTime(200);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('never ends when it was stopped or not started, and leaves no timer', () => {
    const onEnd = vi.fn<() => void>();
    createCountdown(onEnd).stop();
    const countdown = createCountdown(onEnd);
    countdown.restart(100);
    countdown.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(onEnd).not.toHaveBeenCalled();
  });
});
