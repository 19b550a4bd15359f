'use client';
import { createContext } from 'react';
import type { ItemId } from '../../journey/item.js';

/** What a tile knows of the grid around it. */
export interface GridContextValue {
  /** The one tile that Tab leads to; the arrow keys lead on from it. */
  readonly currentId: ItemId | null;
  readonly selectedIds: ReadonlySet<ItemId>;
  /** `range`: all from the tile selected last. */
  readonly onSelect: (id: ItemId, how: 'one' | 'range') => void;
  readonly onEdit: ((id: ItemId) => void) | undefined;
  /** Where a dragged tile would go. */
  readonly drop: { readonly id: ItemId; readonly side: 'before' | 'after' } | null;
}

/** Null for a tile that stands alone. */
export const GridContext = createContext<GridContextValue | null>(null);
