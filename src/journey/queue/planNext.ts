import { sizeBytesOf, type ItemId, type UploadItem } from '../item.js';
import type { UploaderState } from '../state.js';

/** Who goes first: the first in the list, or the smallest, so that most files are through soon. */
export type UploadOrder = 'listed' | 'smallFirst';

/**
 * Which queued items may start now. A plan: starts nothing, reads no clock.
 *
 * @param maxRunning how many may be under way at once; processing ones count, since the host still works on them
 */
export function planNext({ ids, byId }: Pick<UploaderState, 'ids' | 'byId'>, maxRunning: number, order: UploadOrder = 'listed'): ItemId[] {
  let runningCount = 0;
  const queued: UploadItem[] = [];
  // One pass without lists in between: it is asked after each upload, also of ten thousand.
  for (const id of ids) {
    const item = byId.get(id);
    if (item?.status === 'uploading' || item?.status === 'processing') runningCount += 1;
    else if (item?.status === 'queued' && (order === 'smallFirst' || queued.length < maxRunning)) queued.push(item);
  }
  if (order === 'smallFirst') queued.sort((one, other) => sizeBytesOf(one.source) - sizeBytesOf(other.source));
  return queued.slice(0, Math.max(0, maxRunning - runningCount)).map((item) => item.id);
}
