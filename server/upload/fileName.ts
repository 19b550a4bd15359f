const MAX_CHARS = 100;
/** Names that some systems keep for themselves. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The part of a sent name before its ending, as people wrote it: for the title. */
export function baseNameOf(originalName: string): string {
  const name = originalName.split(/[/\\]/).at(-1) ?? '';
  return name.replace(/(?!^)\.[^.]*$/, '').trim();
}

/** A title out of a file name: `photo-norot` is `photo norot`. */
export const titleOf = (originalName: string): string => baseNameOf(originalName).replace(/[-_]+/g, ' ').trim();

/** What is safe in an address and on any file system: ASCII letters, digits, `-` and `_`; empty when nothing is left. */
export function safeName(originalName: string): string {
  const ascii = baseNameOf(originalName)
    .normalize('NFKD')
    .replace(/ø/gi, 'o')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/\s/g, '-')
    .replace(/[^\w-]/g, '')
    .slice(0, MAX_CHARS);
  return RESERVED.test(ascii) ? `${ascii}-` : ascii;
}
