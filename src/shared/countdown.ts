export interface Countdown {
  /** Starts over from `ms`. */
  restart(ms: number): void;
  stop(): void;
}

/** Can be started over as often as bytes leave: the timer is set anew only when it went off too early. `onEnd` is called once, unless it was stopped before. */
export function createCountdown(onEnd: () => void): Countdown {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAtMs = Infinity;
  let endsAtMs = Infinity;

  function clear(): void {
    clearTimeout(timer);
    timerAtMs = Infinity;
  }

  function set(ms: number): void {
    clear();
    timerAtMs = performance.now() + ms;
    timer = setTimeout(look, ms);
  }

  function look(): void {
    const leftMs = endsAtMs - performance.now();
    clear();
    if (leftMs > 0) set(leftMs);
    else onEnd();
  }

  return {
    restart(ms) {
      endsAtMs = performance.now() + ms;
      if (endsAtMs < timerAtMs) set(ms);
    },
    stop: clear,
  };
}
