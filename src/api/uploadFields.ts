import type { UploadOptions } from './contract.js';

/** The options by the names that V1.1 gives them; what was not said is left out. */
export function uploadFields(options: UploadOptions): [name: string, value: string][] {
  const fields: [string, string | undefined][] = [
    ['title', options.title],
    ['description', options.description],
    ['tags', options.tags?.join(',')],
    ['album_id', options.albumId],
    ['category_id', options.categoryId],
    ['width', options.widthPx?.toString()],
    ['expiration', options.expiration],
    ['nsfw', options.isNsfw === undefined ? undefined : options.isNsfw ? '1' : '0'],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined && field[1] !== '');
}
