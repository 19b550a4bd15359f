import { sizeBytesOf, type Rejection, type UploadItem } from '../item.js';
import type { IntakeLimits } from './checkSource.js';

/** How much a batch has already. */
export interface Quota {
  readonly fileCount: number;
  readonly sizeBytes: number;
}

/** Refuses what is over the limits of a whole batch, in the order given: only the surplus. `refuse` makes the refused item. Pure. */
export function checkQuota(
  items: readonly UploadItem[],
  taken: Quota,
  { maxFiles = Infinity, maxTotalBytes = Infinity }: IntakeLimits,
  refuse: (item: UploadItem, rejection: Rejection) => UploadItem,
): readonly UploadItem[] {
  let { fileCount, sizeBytes } = taken;
  return items.map((item) => {
    if (item.status !== 'ready') return item;
    if (fileCount >= maxFiles) return refuse(item, { code: 'validate.tooMany', limitCount: maxFiles });
    const itemBytes = sizeBytesOf(item.source);
    if (sizeBytes + itemBytes > maxTotalBytes) return refuse(item, { code: 'validate.totalTooLarge', limitBytes: maxTotalBytes });
    fileCount += 1;
    sizeBytes += itemBytes;
    return item;
  });
}
