/** Milliseconds since the Unix epoch. The one place that reads the wall clock, so that logic can be given a time instead. */
export const nowMs = (): number => Date.now();

/** A random fraction, 0 (included) to 1 (excluded), for jitter. The one place that reads randomness. */
export const randomFraction = (): number => Math.random();
