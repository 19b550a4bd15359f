import type { ItemId } from '../item.js';

/** A stored image that can go into an album. */
export interface Filable {
  readonly id: ItemId;
  /** The host's. */
  readonly imageId: string;
}

/** Hosts in PHP read a thousand fields of a form and drop the rest without a word. */
const MOST_AT_ONCE = 500;

/** What goes with one call each, in order. Pure. */
export function planBatches(filable: readonly Filable[], mostAtOnce: number = MOST_AT_ONCE): readonly (readonly Filable[])[] {
  const count = Math.ceil(filable.length / mostAtOnce);
  return Array.from({ length: count }, (_, at) => filable.slice(at * mostAtOnce, (at + 1) * mostAtOnce));
}

/** To find what is refused in it. Pure. */
export function halvesOf(batch: readonly Filable[]): readonly (readonly Filable[])[] {
  return planBatches(batch, Math.ceil(batch.length / 2));
}
