/** Not everywhere (Safari): then after so long. */
const LATER_MS = 300;

/**
 * Runs `task` once when the page has nothing better to do, and at the latest after a second.
 *
 * @returns forgets the task, if it did not run yet
 */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(task, { timeout: 1_000 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(task, LATER_MS);
  return () => clearTimeout(timer);
}
