'use client';
import { useRef } from 'react';
import type { ItemId } from '../journey/item.js';
import type { UploaderState } from '../journey/state.js';
import { useUploaderState } from './useUploaderState.js';

/** The ids of all items that stand in the grid: refused ones are listed elsewhere. The same reference while none comes, goes or moves. */
export function useListedIds(): readonly ItemId[] {
  const last = useRef<readonly ItemId[]>([]);
  return useUploaderState(({ ids, byId }: UploaderState) => {
    // Mostly none is refused: then ten thousand are not looked up with each that is added.
    const listed = byId.count('rejected') === 0 ? ids : ids.filter((id) => byId.get(id)?.status !== 'rejected');
    if (listed.length === last.current.length && listed.every((id, at) => id === last.current[at])) return last.current;
    last.current = listed;
    return listed;
  });
}
