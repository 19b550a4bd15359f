/** How fast bytes leave and how long the rest takes; null while too little was seen to tell. */
export interface Rate {
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
}

interface Sample {
  readonly atMs: number;
  readonly sentBytes: number;
}

/** The window that moves along: long enough to be calm, short enough to notice a change of network. */
const WINDOW_MS = 8_000;
/** Under this a guess would jump. */
const LEAST_MS = 1_000;

/** Adds a sample and drops what is older than the window, or all when the count fell (a new batch, a retry). Pure. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  const kept = last && sample.sentBytes < last.sentBytes ? [] : samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS);
  return [...kept, sample];
}

/** The rate over a window of samples. Pure. */
export function rateOf(samples: readonly Sample[], sizeBytes: number): Rate {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atMs - first.atMs < LEAST_MS) return { bytesPerSecond: null, secondsLeft: null };
  const bytesPerSecond = ((last.sentBytes - first.sentBytes) / (last.atMs - first.atMs)) * 1000;
  const secondsLeft = bytesPerSecond > 0 ? Math.max(0, sizeBytes - last.sentBytes) / bytesPerSecond : null;
  return { bytesPerSecond, secondsLeft };
}
