export interface Countdown {
  /** Starts over from `ms`. */
  restart(ms: number): void;
  stop(): void;
}

/** One timer that can be started over; `onEnd` is called once, unless it was stopped before. */
export function createCountdown(onEnd: () => void): Countdown {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    restart(ms) {
      clearTimeout(timer);
      timer = setTimeout(onEnd, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
