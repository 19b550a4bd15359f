import { networkOf } from '../http/visitors.js';

const WINDOW_MS = 600_000;
const MAX_FAILURES = 10;
const MAX_NETWORKS = 10_000;

/** Counts what an address tries and gets wrong. Of this process: a second server on the same database counts its own. */
export interface Attempts {
  /** Counts a try before it is judged, or many at once would all be let in. How long the address has to wait instead, in milliseconds; 0 when it may try. */
  begin(address: string, nowMs: number): number;
  /** Takes back what `begin` counted at that time: it was right. */
  forgive(address: string, nowMs: number): void;
}

/** Ten in ten minutes; who has waited longest is forgotten first when there are too many. */
export function createAttempts(): Attempts {
  const tries = new Map<string, readonly number[]>();
  const keep = (network: string, times: readonly number[]): void => {
    tries.delete(network);
    if (times.length > 0) tries.set(network, times);
    const [first] = tries.keys();
    if (tries.size > MAX_NETWORKS && first !== undefined) tries.delete(first);
  };
  return {
    begin(address, nowMs) {
      const network = networkOf(address);
      // What lies in the future was counted before the clock was set back.
      const recent = (tries.get(network) ?? []).filter((atMs) => atMs > nowMs - WINDOW_MS && atMs <= nowMs);
      const [oldest = nowMs] = recent;
      if (recent.length >= MAX_FAILURES) return oldest + WINDOW_MS - nowMs;
      keep(network, [...recent, nowMs]);
      return 0;
    },
    forgive(address, nowMs) {
      const network = networkOf(address);
      const times = tries.get(network) ?? [];
      const at = times.lastIndexOf(nowMs);
      if (at !== -1) keep(network, times.toSpliced(at, 1));
    },
  };
}

export const waitMessage = (waitMs: number): string => {
  const minutes = Math.ceil(waitMs / 60_000);
  return `Too many attempts. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
};
