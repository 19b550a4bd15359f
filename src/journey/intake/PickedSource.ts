/**
 * What a person gave: a file with the folder path it came by (`holiday/day 1/a.jpg`, null when picked alone), the address of a picture or video that the host
 * fetches, or something in a folder that the browser could not read.
 */
export type PickedSource =
  | { readonly kind: 'file'; readonly file: File; readonly path: string | null }
  | { readonly kind: 'url'; readonly url: string; readonly name: string }
  | { readonly kind: 'unreadable'; readonly path: string };
