import { nowMs } from './clock.js';
import { delay } from './delay.js';
import { onNextFrame } from './frames.js';

export interface Pacer {
  /** Has the task run when its turn comes; several requests until then are one. */
  request(): void;
  stop(): void;
}

/**
 * Runs a task at most once in each beat of the clock. All pacers hear the same clock, so that what one tells and another passes on is drawn in one frame.
 *
 * @param everyMs how long a beat lasts; 0 for every frame
 * @param when where the beat has no run yet: with the next frame, so that what else comes until then is in it, or at once, so that it is in the present one
 */
export function createPacer(everyMs: number, task: () => void, when: 'nextFrame' | 'atOnce' = 'nextFrame'): Pacer {
  let stop: (() => void) | null = null;
  let lastBeat = NaN;

  const run = (): void => {
    stop = null;
    lastBeat = Math.floor(nowMs() / everyMs);
    task();
  };
  const wait = (waitMs: number): (() => void) => {
    const waiting = new AbortController();
    delay(waitMs, waiting.signal).then(run, () => {});
    return () => waiting.abort();
  };

  return {
    request() {
      if (stop) return;
      const atMs = nowMs();
      if (everyMs > 0 && Math.floor(atMs / everyMs) === lastBeat) stop = wait(everyMs - (atMs % everyMs));
      else if (when === 'atOnce') run();
      else stop = onNextFrame(run);
    },
    stop() {
      stop?.();
      stop = null;
    },
  };
}
