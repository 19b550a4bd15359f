/** A year: what a header says beyond it is no plan. */
const LONGEST_MS = 365 * 86_400_000;

/**
 * Milliseconds from `nowMs` that a `Retry-After` header asks for, in seconds or as an HTTP date; a date in the past is 0.
 *
 * @returns null when there is none, or none that can be read
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  const isSeconds = /^\d+(?:\.\d+)?$/.test(text);
  // `Date.parse` makes a year of a bare "-5": only what begins with a day's name is a date.
  const isDate = /^[a-z]{3,9},? /i.test(text);
  const ms = isSeconds ? Number(text) * 1_000 : isDate ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(LONGEST_MS, Math.max(0, ms));
}
