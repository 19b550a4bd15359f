import { sizeBytesOf, type UploadItem } from '../item.js';
import type { UploaderState } from '../state.js';

/** Who goes first: the first in the list, or the smallest, so that most files are through soon. */
export type UploadOrder = 'listed' | 'smallFirst';

export type QueuedItem = UploadItem & { readonly status: 'queued' };

export interface PlanOptions {
  /** How many may be under way at once; processing ones count, since the host still works on them. */
  readonly maxRunning: number;
  /** Default `listed`. */
  readonly order?: UploadOrder;
  /** No item before this place in `ids` is queued, by an earlier plan. Default 0. */
  readonly from?: number;
}

export interface NextPlan {
  /** Who may start now. */
  readonly items: readonly QueuedItem[];
  /** For the next plan, as long as nothing is queued again, moved or removed. */
  readonly from: number;
}

/** Which queued items may start now. A plan: starts nothing, reads no clock. It is asked after each upload, also of ten thousand, so it does not look again at what is over. */
export function planNext(
  { ids, byId }: Pick<UploaderState, 'ids' | 'byId'>,
  { maxRunning, order = 'listed', from = 0 }: PlanOptions,
): NextPlan {
  const { uploading, processing, queued } = byId.tally.counts;
  const room = maxRunning - uploading - processing;
  if (room <= 0 || queued === 0) return { items: [], from };
  const items: QueuedItem[] = [];
  let firstAt = -1;
  for (let at = from; at < ids.length && !(order === 'listed' && items.length === room); at++) {
    const id = ids[at];
    const item = id && byId.get(id);
    if (!item || item.status !== 'queued') continue;
    if (firstAt < 0) firstAt = at;
    if (order === 'listed') items.push(item);
    else putBySize(items, item, room);
  }
  return { items, from: Math.max(from, firstAt) };
}

/** Keeps the smallest `most`, in the order given among equals. */
function putBySize(smallest: QueuedItem[], item: QueuedItem, most: number): void {
  const sizeBytes = sizeBytesOf(item.source);
  const at = smallest.findIndex((other) => sizeBytes < sizeBytesOf(other.source));
  if (at >= 0) smallest.splice(at, 0, item);
  else if (smallest.length < most) smallest.push(item);
  if (smallest.length > most) smallest.pop();
}
