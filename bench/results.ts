import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../scripts/findBrowser.js';
import { medianIn, type Result, type Row, type Verdict } from './rows.js';
import type { SubjectName } from './subjects.js';
import { cellsOf, headOf, tell } from './words.js';

const HERE = import.meta.dirname;

export interface Results {
  readonly machine: Readonly<Record<string, string>>;
  readonly subjects: readonly SubjectName[];
  readonly rows: readonly Row[];
  /** How many times slower the machine is than the one that the budgets are of. */
  readonly pace: number;
}

/** What the numbers are of. */
export async function machineFacts(): Promise<Results['machine']> {
  const browser = await chromium.launch(launchOptions());
  const version = browser.version();
  await browser.close();
  const [cpu] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpus().length} x ${cpu?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1e9)} GB`,
    Chromium: version,
    Node: process.version,
    ...peerVersions(),
  };
}

function peerVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(resolve(HERE, 'peers/package.json'), 'utf8')) as {
    readonly dependencies: Record<string, string>;
  };
  return dependencies;
}

/** The run, to read and to compare with: `RESULTS.md` and `results.json`. */
export function writeResults({ machine, subjects, rows, pace }: Results): void {
  writeFileSync(resolve(HERE, 'results.json'), `${JSON.stringify({ machine, pace, subjects, rows }, null, 2)}\n`);
  const text = `# Results

Written by \`npm run bench\`; [README.md](README.md) says what is measured and how to read it. Medians; the spread (least to most) of ours and of the bare loop stands in the second table.

${table([['', ''], ...Object.entries(machine)])}

## Medians

${table([headOf(subjects), ...rows.map((row) => cellsOf(row, subjects))])}

${tellVerdicts(rows, pace)}

## Spread

${table([['measure', 'raw', 'ours'], ...rows.map(({ label, unit, results }) => [label, spread(results.raw ?? null, unit), spread(results.ours ?? null, unit)])])}

## How cost grows

![Accepting, longest task, heap and elements against the number of files](growth.svg)
`;
  writeFileSync(resolve(HERE, 'RESULTS.md'), text);
}

function tellVerdicts(rows: readonly Row[], pace: number): string {
  const labels = (wanted: Verdict): string =>
    rows
      .filter(({ verdict }) => verdict === wanted)
      .map(({ label }) => label)
      .join('; ') || 'none';
  return `This machine is ${pace.toFixed(1)} times slower than the one that the budgets are of, by the naive page; so times over their budget are judged at that pace as well, or at that of the very work where it is known.

- Not kept: ${labels('broken')}.
- Kept at that pace: ${labels('keptAtPace')}.
- All others are kept as they stand.`;
}

const spread = (result: Result, unit: Row['unit']): string =>
  medianIn(result) === null || result === null || result === 'notDone' ? '–' : `${tell(result.least, unit)} … ${tell(result.most, unit)}`;

function table([head = [], ...lines]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');
}
