import { nowMs } from './clock.js';
import { delay } from './delay.js';
import { onNextFrame } from './frames.js';

export interface Pacer {
  /** Has the task run with the next frame whose turn it is; several requests until then are one. */
  request(): void;
  stop(): void;
}

/** Runs a task at most once a frame, and not sooner than `everyMs` after its last run; 0 for every frame. */
export function createPacer(everyMs: number, task: () => void): Pacer {
  let stop: (() => void) | null = null;
  let lastMs = 0;

  const run = (): void => {
    stop = null;
    lastMs = nowMs();
    task();
  };
  const schedule = (): (() => void) => {
    // A clock that is set back must not hold the task for hours.
    const waitMs = Math.min(everyMs, lastMs + everyMs - nowMs());
    if (waitMs <= 0) return onNextFrame(run);
    const waiting = new AbortController();
    delay(waitMs, waiting.signal).then(run, () => {});
    return () => waiting.abort();
  };

  return {
    request: () => void (stop ??= schedule()),
    stop() {
      stop?.();
      stop = null;
    },
  };
}
