import type { ItemId, UploadItem } from '../item.js';

/**
 * Which queued items may start now, in the order given. A plan: starts nothing, reads no clock.
 *
 * @param maxRunning how many may be under way at once; processing ones count, since the host still works on them
 */
export function planNext(items: readonly UploadItem[], maxRunning: number): ItemId[] {
  const running = items.filter((item) => item.status === 'uploading' || item.status === 'processing').length;
  const queued = items.filter((item) => item.status === 'queued');
  return queued.slice(0, Math.max(0, maxRunning - running)).map((item) => item.id);
}
