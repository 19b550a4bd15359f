'use client';
import { useMemo } from 'react';
import type { ItemStatus, UploadItem } from '../journey/item.js';
import { itemsOf } from '../journey/queue/totals.js';
import { useUploaderState } from './useUploaderState.js';

/** The items in some statuses, in their order. Re-renders with every change of the queue, so not for a tile. */
export function useItemsIn<S extends ItemStatus>(...statuses: readonly S[]): readonly Extract<UploadItem, { status: S }>[] {
  const ids = useUploaderState((state) => state.ids);
  const byId = useUploaderState((state) => state.byId);
  const key = statuses.join(' ');
  return useMemo(() => {
    const wanted = new Set(key.split(' '));
    return itemsOf({ ids, byId }).filter((item): item is Extract<UploadItem, { status: S }> => wanted.has(item.status));
  }, [ids, byId, key]);
}
