import type { ItemId } from '../../journey/item.js';

/** The item whose tile an element stands in. */
export function idOfTile(target: EventTarget | null): ItemId | null {
  const tile = target instanceof Element ? target.closest('[data-item]') : null;
  return (tile?.getAttribute('data-item') as ItemId | undefined) ?? null;
}

/** The tile of an item, if it is drawn. */
export const tileOf = (list: Element | null, id: ItemId): Element | null => list?.querySelector(`[data-item="${id}"]`) ?? null;

/** What the focus goes to in a tile: the picture's button or link, else the first control. */
export const mainControlOf = (tile: Element | null): HTMLElement | null =>
  tile?.querySelector<HTMLElement>('[data-main]') ?? tile?.querySelector<HTMLElement>('button, a') ?? null;
