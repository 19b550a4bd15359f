import type { ItemId } from '../../journey/item.js';

/** Which tiles are selected, and from which one a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<ItemId>;
  readonly anchor: ItemId | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** One tile more or less; the next range begins at it. Pure. */
export function toggled({ ids }: Selection, id: ItemId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** All from the anchor to `id` in the order of the grid, in place of what was selected; the anchor stays. Pure. */
export function extended({ anchor }: Selection, id: ItemId, order: readonly ItemId[]): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return { ids: new Set([id]), anchor: id };
  return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor };
}

/** Without what is gone; the same reference when nothing is. Pure. */
export function pruned(selection: Selection, order: readonly ItemId[]): Selection {
  if (selection.ids.size === 0) return selection;
  const present = new Set(order);
  const ids = new Set([...selection.ids].filter((id) => present.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}

/** Where in `order` the moved ones come to stand when they go before or after `target`; null when that changes nothing. Pure. */
export function placeOf(
  moved: ReadonlySet<ItemId>,
  target: ItemId,
  side: 'before' | 'after',
  order: readonly ItemId[],
): { readonly ids: readonly ItemId[]; readonly toIndex: number } | null {
  if (moved.has(target)) return null;
  const others = order.filter((id) => !moved.has(id));
  const at = others.indexOf(target);
  if (at < 0) return null;
  return { ids: order.filter((id) => moved.has(id)), toIndex: side === 'before' ? at : at + 1 };
}
