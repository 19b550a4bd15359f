import type { Album } from '../../api/contract.js';

const MOST_SHOWN = 100;

/** Case, accents and widths make no difference to somebody who looks for a name. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

export interface FoundAlbums {
  /** At most a hundred. */
  readonly shown: readonly Album[];
  readonly foundCount: number;
}

/** The albums whose name has every word of the search, in their order. Pure. */
export function findAlbums(albums: readonly Album[], search: string): FoundAlbums {
  const words = plain(search).split(/\s+/);
  const found = albums.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  return { shown: found.slice(0, MOST_SHOWN), foundCount: found.length };
}
