'use client';
import { useMemo, useState } from 'react';
import type { ItemId } from '../../journey/item.js';
import { extended, NOTHING, pruned, toggled } from './selection.js';

export interface GridSelection {
  readonly ids: ReadonlySet<ItemId>;
  toggle(id: ItemId): void;
  /** All from the tile selected last, else from `from`. */
  extendTo(id: ItemId, from?: ItemId): void;
  all(): void;
  clear(): void;
}

/** Which tiles are selected; what is gone is not selected any more. */
export function useGridSelection(order: readonly ItemId[]): GridSelection {
  const [kept, setKept] = useState(NOTHING);
  const { ids } = useMemo(() => pruned(kept, order), [kept, order]);
  return useMemo(
    () => ({
      ids,
      toggle: (id) => setKept((before) => toggled(pruned(before, order), id)),
      extendTo: (id, from) =>
        setKept((before) => extended(before.anchor === null && from ? { ...before, anchor: from } : before, id, order)),
      all: () => setKept((before) => ({ ...before, ids: new Set(order) })),
      clear: () => setKept(NOTHING),
    }),
    [ids, order],
  );
}
