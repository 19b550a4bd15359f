import { delay } from '../../shared/delay.js';

/** A page that was just left may hold its lock for a moment. */
const TRIES = 6;
const BETWEEN_TRIES_MS = 100;

/**
 * Holds a Web Lock until the signal aborts, so that two tabs never send the same queue.
 *
 * @returns `unavailable` on plain HTTP, where there are no Web Locks
 * @throws `signal.reason` when aborted before it is taken
 */
export async function takeLock(name: string, signal: AbortSignal): Promise<'taken' | 'otherTab' | 'unavailable'> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return 'unavailable';
  for (let tries = 1; ; tries++) {
    if (await tryLock(locks, name, signal)) return 'taken';
    if (tries === TRIES) return 'otherTab';
    await delay(BETWEEN_TRIES_MS, signal);
  }
}

const tryLock = (locks: LockManager, name: string, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const hold = (lock: Lock | null): Promise<void> | void => {
      resolve(lock !== null);
      if (!lock || signal.aborted) return;
      return new Promise((release) => signal.addEventListener('abort', () => release(), { once: true }));
    };
    locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });
