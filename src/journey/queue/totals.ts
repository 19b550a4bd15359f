import { sizeBytesOf, type ItemStatus, type UploadItem } from '../item.js';
import type { Outcome, Phase, UploaderState } from '../state.js';

/** What one uploader's queue comes to. Refused files count only in `counts.rejected`, cancelled ones in no total of bytes. */
export interface Totals {
  /** How many items stand in each status. */
  readonly counts: Readonly<Record<ItemStatus, number>>;
  /** The batch: all that is not refused and not cancelled. */
  readonly fileCount: number;
  /** Queued, uploading, processing or waiting. */
  readonly pendingCount: number;
  readonly sizeBytes: number;
  readonly sentBytes: number;
  /** 0..1 by bytes; 1 only after the last answer. */
  readonly fraction: number;
}

const NO_COUNTS: Record<ItemStatus, number> = {
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
};

/** While an answer is still out, the batch is never shown as done. */
const ALMOST = 0.99;

/** Counts and bytes of a list of items. Pure. */
export function totalsOf(items: readonly UploadItem[]): Totals {
  const counts = { ...NO_COUNTS };
  let sizeBytes = 0;
  let sentBytes = 0;
  for (const item of items) {
    counts[item.status] += 1;
    if (item.status === 'rejected' || item.status === 'cancelled') continue;
    sizeBytes += sizeBytesOf(item.source);
    sentBytes += sentBytesOf(item);
  }
  const pendingCount = counts.queued + counts.uploading + counts.processing + counts.waiting;
  const share = sizeBytes === 0 ? 0 : sentBytes / sizeBytes;
  const fraction = pendingCount > 0 ? Math.min(share, ALMOST) : share;
  return { counts, fileCount: items.length - counts.rejected - counts.cancelled, pendingCount, sizeBytes, sentBytes, fraction };
}

/** Bytes of this item that need not travel any more. What ended badly will not travel either: it must not hold back the bar. */
function sentBytesOf(item: UploadItem): number {
  if (item.status === 'uploading') return Math.min(item.sentBytes, sizeBytesOf(item.source));
  const isThrough = item.status === 'processing' || item.status === 'uploaded' || item.status === 'failed' || item.status === 'unknown';
  return isThrough ? sizeBytesOf(item.source) : 0;
}

/** The list behind a state, in its order. */
export const itemsOf = (state: Pick<UploaderState, 'ids' | 'byId'>): readonly UploadItem[] =>
  state.ids.map((id) => state.byId.get(id)).filter((item) => item !== undefined);

/** The items that the progress is about: all but those of earlier batches. */
export const batchOf = (state: Pick<UploaderState, 'ids' | 'byId' | 'pastIds'>): readonly UploadItem[] =>
  state.pastIds.size === 0 ? itemsOf(state) : itemsOf(state).filter((item) => !state.pastIds.has(item.id));

const totalsByState = new WeakMap<UploaderState, Totals>();

/** Counts and bytes of the present batch; computed once per state, however many parts of a page ask. */
export function batchTotalsOf(state: UploaderState): Totals {
  const known = totalsByState.get(state);
  if (known) return known;
  const totals = totalsOf(batchOf(state));
  totalsByState.set(state, totals);
  return totals;
}

/** What the box shows. Cancelled and refused files alone leave it empty. */
export function phaseOf({ counts, fileCount, pendingCount }: Totals): Phase {
  if (pendingCount > 0) return 'uploading';
  if (counts.uploaded + counts.failed + counts.unknown > 0) return counts.ready > 0 ? 'ready' : 'complete';
  return fileCount > 0 ? 'ready' : 'empty';
}

/** How a finished batch went. */
export function outcomeOf({ counts }: Totals): Outcome {
  if (counts.failed + counts.unknown === 0) return 'success';
  return counts.uploaded === 0 ? 'error' : 'mixed';
}
