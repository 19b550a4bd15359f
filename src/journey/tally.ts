import { sizeBytesOf, type ItemStatus, type UploadItem } from './item.js';

/** What items add up to. Refused and cancelled ones count in no bytes. */
export interface Tally {
  /** How many items stand in each status. */
  readonly counts: Readonly<Record<ItemStatus, number>>;
  /** To travel in all, sent or not. */
  readonly sizeBytes: number;
  /** Of `sizeBytes` those that need not travel any more. */
  readonly sentBytes: number;
}

export const NO_TALLY: Tally = {
  counts: {
    rejected: 0,
    ready: 0,
    queued: 0,
    uploading: 0,
    processing: 0,
    waiting: 0,
    failed: 0,
    unknown: 0,
    uploaded: 0,
    cancelled: 0,
  },
  sizeBytes: 0,
  sentBytes: 0,
};

/** A tally after some items came and others went. Pure. */
export function tallied(tally: Tally, came: Iterable<UploadItem>, gone: Iterable<UploadItem> = []): Tally {
  const counts = { ...tally.counts };
  let { sizeBytes, sentBytes } = tally;
  const count = (item: UploadItem, sign: 1 | -1): void => {
    counts[item.status] += sign;
    if (item.status === 'rejected' || item.status === 'cancelled') return;
    sizeBytes += sign * sizeBytesOf(item.source);
    sentBytes += sign * sentBytesOf(item);
  };
  for (const item of came) count(item, 1);
  for (const item of gone) count(item, -1);
  return { counts, sizeBytes, sentBytes };
}

/** Bytes of this item that need not travel any more. What ended badly will not travel either: it must not hold back the bar. */
function sentBytesOf(item: UploadItem): number {
  // Whole bytes, whatever a client tells: what is added up and taken away again leaves nothing.
  if (item.status === 'uploading') return Math.min(Math.floor(item.sentBytes), sizeBytesOf(item.source));
  const isThrough = item.status === 'processing' || item.status === 'uploaded' || item.status === 'failed' || item.status === 'unknown';
  return isThrough ? sizeBytesOf(item.source) : 0;
}
