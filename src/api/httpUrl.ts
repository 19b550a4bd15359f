/** Longer addresses are no links that anybody made. */
const MAX_URL_CHARS = 4_000;

/**
 * An address that is safe to show and to link, written out by the URL parser, so that no quote or bracket is left in it.
 *
 * @param base what a relative address is relative to; without it, only absolute ones are taken
 * @returns null for anything that is not http(s), or that carries a user name
 */
export function httpUrl(value: unknown, base?: string): string | null {
  if (typeof value !== 'string' || value === '' || value.length > MAX_URL_CHARS) return null;
  try {
    const { protocol, href, username } = new URL(value, base);
    return (protocol === 'https:' || protocol === 'http:') && username === '' ? href : null;
  } catch {
    return null;
  }
}
