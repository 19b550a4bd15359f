import type { UploadItem } from '../item.js';
import type { Outcome, Phase, UploaderState } from '../state.js';
import { NO_TALLY, tallied, type Tally } from '../tally.js';

/** What one uploader's queue comes to. Refused files count only in `counts.rejected`, cancelled ones in no total of bytes. */
export interface Totals extends Tally {
  /** The batch: all that is not refused and not cancelled. */
  readonly fileCount: number;
  /** Queued, uploading, processing or waiting. */
  readonly pendingCount: number;
  /** 0..1 by bytes; 1 only after the last answer. */
  readonly fraction: number;
}

/** While an answer is still out, the batch is never shown as done. */
const ALMOST = 0.99;

/** Counts and bytes of a list of items. Pure. */
export function totalsOf(items: readonly UploadItem[]): Totals {
  return totalsFrom(tallied(NO_TALLY, items));
}

function totalsFrom({ counts, sizeBytes, sentBytes }: Tally): Totals {
  const pendingCount = counts.queued + counts.uploading + counts.processing + counts.waiting;
  const fileCount = pendingCount + counts.ready + counts.failed + counts.unknown + counts.uploaded;
  const share = sizeBytes === 0 ? 0 : sentBytes / sizeBytes;
  const fraction = pendingCount > 0 ? Math.min(share, ALMOST) : share;
  return { counts, fileCount, pendingCount, sizeBytes, sentBytes, fraction };
}

/** The list behind a state, in its order. */
export const itemsOf = (state: Pick<UploaderState, 'ids' | 'byId'>): readonly UploadItem[] =>
  state.ids.map((id) => state.byId.get(id)).filter((item) => item !== undefined);

/** The items that the progress is about: all but those of earlier batches. */
export const batchOf = (state: Pick<UploaderState, 'ids' | 'byId' | 'pastIds'>): readonly UploadItem[] =>
  state.pastIds.size === 0 ? itemsOf(state) : itemsOf(state).filter((item) => !state.pastIds.has(item.id));

const totalsByState = new WeakMap<UploaderState, Totals>();

/** Counts and bytes of the present batch; computed once per state, however many parts of a page ask. Walks through those of earlier batches only. */
export function batchTotalsOf(state: UploaderState): Totals {
  const known = totalsByState.get(state);
  if (known) return known;
  const past = [...state.pastIds].flatMap((id) => state.byId.get(id) ?? []);
  const totals = totalsFrom(tallied(state.byId.tally, [], past));
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
