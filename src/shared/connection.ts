/**
 * Calls `listener` whenever the browser finds its connection again. Where there is no such event (Node), never.
 *
 * @returns stops listening
 */
export function onOnline(listener: () => void): () => void {
  if (typeof window === 'undefined') return () => {};
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
}

/** Whether the browser surely has no connection. Where nobody knows (Node), false. */
export const isOffline = (): boolean => typeof window !== 'undefined' && !window.navigator.onLine;
