'use client';
import { useMemo } from 'react';
import type { ItemStatus, UploadItem } from '../journey/item.js';
import { itemsOf } from '../journey/queue/totals.js';
import type { UploaderState } from '../journey/state.js';
import { useUploaderState } from './useUploaderState.js';

type In<S extends ItemStatus> = Extract<UploadItem, { status: S }>;

/** The items in some statuses, in their order; re-renders only when one of them comes, goes or changes. Reads the whole list with each change of the queue while there is any, so not for a tile. */
export function useItemsIn<S extends ItemStatus>(...statuses: readonly S[]): readonly Extract<UploadItem, { status: S }>[] {
  const key = statuses.join(' ');
  return useUploaderState(useMemo(() => selectIn(new Set(key.split(' ') as S[])), [key]));
}

/** Mostly nothing is refused and nothing fails: then ten thousand are not walked through with each change. */
const isAnyIn = ({ byId }: UploaderState, statuses: ReadonlySet<ItemStatus>): boolean =>
  [...statuses].some((status) => byId.tally.counts[status] > 0);

/** The same list for states that agree in it. */
function selectIn<S extends ItemStatus>(statuses: ReadonlySet<S>): (state: UploaderState) => readonly In<S>[] {
  let selected: readonly In<S>[] = [];
  let from: Pick<UploaderState, 'ids' | 'byId'> | null = null;
  return (state) => {
    if (from?.ids === state.ids && from.byId === state.byId) return selected;
    from = state;
    const found = isAnyIn(state, statuses)
      ? itemsOf(state).filter((item): item is In<S> => (statuses as ReadonlySet<ItemStatus>).has(item.status))
      : [];
    if (found.length !== selected.length || found.some((item, at) => item !== selected[at])) selected = found;
    return selected;
  };
}
