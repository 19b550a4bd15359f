/**
 * Calls `listener` about once a second.
 *
 * @returns stops calling
 */
export function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1_000);
  return () => clearInterval(timer);
}
