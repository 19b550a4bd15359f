import type { UploadItem } from './item.js';

/** Whether an item can be taken off the list without stopping or forgetting anything that was stored. */
export const canRemove = (item: UploadItem | undefined): boolean =>
  item?.status === 'ready' || item?.status === 'failed' || item?.status === 'unknown' || item?.status === 'cancelled';
