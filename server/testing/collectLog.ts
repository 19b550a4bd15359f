import { createLog, type Log } from '../log/createLog.js';

export type LogLine = Readonly<Record<string, unknown>>;

/** A log of everything, kept. */
export function collectLog(): { readonly log: Log; lines(): LogLine[]; text(): string } {
  const written: string[] = [];
  const log = createLog('trace', { write: (line: string) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line) as LogLine), text: () => written.join('') };
}
