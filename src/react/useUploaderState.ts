'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { ItemId, UploadItem } from '../journey/item.js';
import { batchTotalsOf, outcomeOf, phaseOf, type Totals } from '../journey/queue/totals.js';
import type { Outcome, Phase, UploaderState } from '../journey/state.js';
import { NUMBERS_EVERY_MS, pacedSubscribe } from './pacedSubscribe.js';
import { useUploader } from './UploaderContext.js';

/** A part of the state; re-renders only when it changes, of uploads on their way at most every 100 ms. `select` must give the same reference for the same state. */
export function useUploaderState<T>(select: (state: UploaderState) => T): T {
  const uploader = useUploader();
  const getSelected = (): T => select(uploader.getState());
  return useSyncExternalStore(pacedSubscribe(uploader), getSelected, getSelected);
}

/** One item by id; re-renders only when that item changes. Undefined when it was removed. */
export function useUploadItem(id: ItemId): UploadItem | undefined {
  return useUploaderState(useCallback((state: UploaderState) => state.byId.get(id), [id]));
}

/** The ids of all items in the order of adding, refused ones included; the same reference while none comes or goes. */
export const useItemIds = (): readonly ItemId[] => useUploaderState((state) => state.ids);

/** Counts and bytes of the present batch. Re-renders with each progress, at most four times a second. */
export function useTotals(): Totals {
  const uploader = useUploader();
  const getTotals = (): Totals => batchTotalsOf(uploader.getState());
  return useSyncExternalStore(pacedSubscribe(uploader, NUMBERS_EVERY_MS), getTotals, getTotals);
}

/** What the box shows; re-renders only when it changes. */
export const usePhase = (): Phase => useUploaderState((state) => phaseOf(batchTotalsOf(state)));

/** How the batch went; meaningful when the phase is `complete`. */
export const useOutcome = (): Outcome => useUploaderState((state) => outcomeOf(batchTotalsOf(state)));
