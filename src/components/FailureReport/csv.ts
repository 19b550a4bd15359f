/** A line end of RFC 4180. */
const LINE_END = '\r\n';

/** Spreadsheets take what begins so for a formula, and a file's name is nobody's to trust. The wide forms too: some spreadsheets narrow them. */
const FORMULA_START = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A table as CSV by RFC 4180. Begins with a byte order mark, by which spreadsheets know that it is UTF-8; text that looks like a formula gets an apostrophe in front.
 *
 * @param rows the first one names the columns
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',') + LINE_END).join('')}`;
}

function cellOf(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  return `"${asText(value).replaceAll('"', '""')}"`;
}

/** What a spreadsheet shows of it is the text, not what the text would compute. */
export const asText = (value: string): string => (FORMULA_START.test(value) ? `'${value}` : value);
