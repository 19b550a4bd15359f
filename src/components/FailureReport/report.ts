import { errorText } from '../../i18n/errorText.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import { sizeBytesOf, type UploadItem } from '../../journey/item.js';
import { csvOf } from './csv.js';

export type FailedItem = Extract<UploadItem, { status: 'failed' | 'unknown' }>;

/** What failed for one cause, and what to do about it. */
export interface CauseGroup {
  readonly cause: string;
  readonly advice: string;
  readonly items: readonly [FailedItem, ...FailedItem[]];
}

/** Failures by what people read of their cause, in the order of their first file. Pure. */
export function groupByCause(items: readonly FailedItem[], messages: Messages): readonly CauseGroup[] {
  const groups = new Map<string, { cause: string; advice: string; items: [FailedItem, ...FailedItem[]] }>();
  for (const item of items) {
    const { cause, advice } = errorText(item.error, messages);
    const group = groups.get(cause);
    if (group) group.items.push(item);
    else groups.set(cause, { cause, advice, items: [item] });
  }
  return [...groups.values()];
}

/** An address has no size before the host fetches it. */
const knownSizeBytes = ({ source }: FailedItem): number | null => (source.kind === 'url' ? null : sizeBytesOf(source));

/** `4.8 MB, 3 tries`. Pure. */
export function factsOf(item: FailedItem, messages: Messages, formats: Formats): string {
  const sizeBytes = knownSizeBytes(item);
  return [...(sizeBytes === null ? [] : [formats.bytes(sizeBytes)]), messages['report.attempts'](item.attempt)].join(', ');
}

/** The report to read and to send on: by cause, each file with what is known of it, and nothing that the host said to this person alone. Pure. */
export function reportText(items: readonly FailedItem[], messages: Messages, formats: Formats): string {
  const paragraphs = groupByCause(items, messages).map(({ cause, advice, items: failed }) => [
    `${cause} (${messages['report.files'](failed.length)})`,
    advice,
    ...failed.map((item) => `- ${nameOf(item)}, ${factsOf(item, messages, formats)} [${item.error.code}]`),
  ]);
  return [[messages['report.title'](items.length)], ...paragraphs].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** The same as a table, one file a row. Pure. */
export function reportCsv(items: readonly FailedItem[], messages: Messages): string {
  const columns = messages['report.columns'];
  const rows = items.map((item) => {
    const { cause, advice } = errorText(item.error, messages);
    return [nameOf(item), knownSizeBytes(item), cause, advice, item.error.code, item.attempt];
  });
  return csvOf([[columns.file, columns.sizeBytes, columns.cause, columns.advice, columns.code, columns.attempts], ...rows]);
}

/** With its folders, where it came with some: there may be many of one name. A folder's name may hold line ends, or turn the direction of the line around. */
function nameOf({ source }: FailedItem): string {
  const name = (source.kind === 'file' ? source.path : undefined) ?? source.name;
  return name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
