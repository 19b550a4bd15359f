'use client';
import { useEffect, useRef } from 'react';
import { batchOf, batchTotalsOf, itemsOf, outcomeOf, phaseOf } from '../journey/queue/totals.js';
import type { UploadItem } from '../journey/item.js';
import type { Outcome, UploaderState } from '../journey/state.js';
import { callSafely } from '../shared/callSafely.js';
import { useUploader } from './UploaderContext.js';

/** A file that is stored, with its `image`. */
export type UploadedItem = UploadItem & { readonly status: 'uploaded' };

/** How a batch went, when nothing of it runs or waits any more. */
export interface CompletionReport {
  /** `cancelled`: nothing was uploaded, and nothing failed. */
  readonly outcome: Outcome | 'cancelled';
  readonly uploaded: readonly UploadedItem[];
  /** Failed, or nobody knows whether it is stored; each with its `error`. */
  readonly failed: readonly (UploadItem & { readonly status: 'failed' | 'unknown' })[];
  readonly cancelled: readonly UploadItem[];
}

/** What an app may want to hear of its uploader. What one of these throws is reported as uncaught and stops nothing. */
export interface UploadEvents {
  /** The list after files came, went, moved or changed their status; not with every progress. */
  readonly onItemsChange?: (items: readonly UploadItem[]) => void;
  /** A file is stored. Once for each, also for those that a reload brings back half way; not for those that were stored before. */
  readonly onItemUploaded?: (item: UploadedItem) => void;
  /** A batch has ended. Again when failed files are retried and that ends; not when all of it was removed. */
  readonly onComplete?: (report: CompletionReport) => void;
}

/** Calls back on what happens to the files of the nearest uploader. The callbacks may change with each render. */
export function useUploadEvents(events: UploadEvents): void {
  const uploader = useUploader();
  const latest = useRef(events);
  useEffect(() => void (latest.current = events));
  useEffect(() => {
    let before = uploader.getState();
    return uploader.subscribe((state) => {
      const last = before;
      before = state;
      tell(latest.current, last, state);
    });
  }, [uploader]);
}

function tell({ onItemsChange, onItemUploaded, onComplete }: UploadEvents, before: UploaderState, state: UploaderState): void {
  if (state.byId === before.byId && state.ids === before.ids) return;
  if (onItemsChange || onItemUploaded) {
    const changed = state.ids.filter((id) => state.byId.get(id)?.status !== before.byId.get(id)?.status);
    if (changed.length > 0 || state.ids !== before.ids) callSafely(() => onItemsChange?.(itemsOf(state)));
    for (const id of changed) {
      const item = state.byId.get(id);
      if (item?.status === 'uploaded' && before.byId.get(id)) callSafely(() => onItemUploaded?.(item));
    }
  }
  if (!onComplete || phaseIn(before) !== 'uploading' || phaseIn(state) === 'uploading') return;
  const report = reportOf(state);
  if (report) callSafely(() => onComplete(report));
}

const phaseIn = (state: UploaderState) => phaseOf(batchTotalsOf(state));

/** What came of the present batch; null when nothing is left of it. Pure. */
export function reportOf(state: UploaderState): CompletionReport | null {
  const items = batchOf(state);
  const report = {
    uploaded: items.filter((item): item is UploadedItem => item.status === 'uploaded'),
    failed: items.filter((item) => item.status === 'failed' || item.status === 'unknown'),
    cancelled: items.filter((item) => item.status === 'cancelled'),
  };
  const endedCount = report.uploaded.length + report.failed.length;
  if (endedCount + report.cancelled.length === 0) return null;
  return { outcome: endedCount === 0 ? 'cancelled' : outcomeOf(batchTotalsOf(state)), ...report };
}
