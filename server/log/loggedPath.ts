const MAX_CHARS = 200;
/** Keys, tokens, and names that are made so that nobody guesses them. */
const LONG_HEX = /[\da-f]{32,}/gi;
/** Whatever follows an image's id: a deletion token stands there. */
const BEHIND_IMAGE = /^(\/+(?:image|video|clip)\/+[^/]+)\/.+$/;

/** A request's path as it may stand in the log: without query, tokens and credentials, however they are written. */
export function loggedPath(url: string): string {
  const path = decoded(url)
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '');
  return path.replace(BEHIND_IMAGE, '$1/…').replace(LONG_HEX, '…').slice(0, MAX_CHARS);
}

/** Before the query is cut off: some write its question mark as `%3F`. Total, unlike `decodeURIComponent`; other than ASCII stays as it came. */
const decoded = (url: string): string =>
  url.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
