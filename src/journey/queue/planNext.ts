import { sizeBytesOf, type ItemId, type UploadItem } from '../item.js';

/** Who goes first: the first in the list, or the smallest, so that most files are through soon. */
export type UploadOrder = 'listed' | 'smallFirst';

/**
 * Which queued items may start now. A plan: starts nothing, reads no clock.
 *
 * @param maxRunning how many may be under way at once; processing ones count, since the host still works on them
 */
export function planNext(items: readonly UploadItem[], maxRunning: number, order: UploadOrder = 'listed'): ItemId[] {
  const running = items.filter((item) => item.status === 'uploading' || item.status === 'processing').length;
  const queued = items.filter((item) => item.status === 'queued');
  const inOrder = order === 'listed' ? queued : queued.toSorted((one, other) => sizeBytesOf(one.source) - sizeBytesOf(other.source));
  return inOrder.slice(0, Math.max(0, maxRunning - running)).map((item) => item.id);
}
