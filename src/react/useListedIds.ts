'use client';
import { useRef } from 'react';
import type { ItemId } from '../journey/item.js';
import type { UploaderState } from '../journey/state.js';
import { useUploaderState } from './useUploaderState.js';

/** The ids of all items that stand in the grid: refused ones are listed elsewhere. The same reference while none comes, goes or moves. */
export function useListedIds(): readonly ItemId[] {
  const last = useRef<readonly ItemId[]>([]);
  return useUploaderState(({ ids, byId }: UploaderState) => {
    // Mostly none is refused: then ten thousand are not looked up with each change.
    const listed = byId.tally.counts.rejected === 0 ? ids : ids.filter((id) => byId.get(id)?.status !== 'rejected');
    if (!isSameList(listed, last.current)) last.current = listed;
    return last.current;
  });
}

const isSameList = (one: readonly ItemId[], other: readonly ItemId[]): boolean =>
  one === other || (one.length === other.length && one.every((id, at) => id === other[at]));
