const WINDOW_MS = 600_000;
const MAX_FAILURES = 10;
const MAX_ADDRESSES = 10_000;

/** Counts failed sign-ins of an address. Of this process: a second server on the same database counts its own. */
export interface Attempts {
  /** How long this address has to wait, in milliseconds; 0 when it may try. */
  waitMs(address: string, nowMs: number): number;
  failed(address: string, nowMs: number): void;
}

/** Ten failures in ten minutes; the oldest addresses are forgotten first. */
export function createAttempts(): Attempts {
  const failures = new Map<string, number[]>();
  const recent = (address: string, nowMs: number): number[] => (failures.get(address) ?? []).filter((atMs) => atMs > nowMs - WINDOW_MS);
  return {
    waitMs(address, nowMs) {
      const times = recent(address, nowMs);
      const [oldest = nowMs] = times;
      return times.length < MAX_FAILURES ? 0 : oldest + WINDOW_MS - nowMs;
    },
    failed(address, nowMs) {
      const times = [...recent(address, nowMs), nowMs];
      failures.delete(address);
      failures.set(address, times);
      const [first] = failures.keys();
      if (failures.size > MAX_ADDRESSES && first !== undefined) failures.delete(first);
    },
  };
}
