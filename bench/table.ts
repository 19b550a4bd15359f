import type { SubjectName } from './buildPages.js';
import type { Measure, Reading, Values } from './Measure.js';

export interface Row {
  readonly label: string;
  readonly unit: Reading['unit'];
  readonly medians: Readonly<Record<SubjectName, number | null>>;
  readonly budget: number | null;
  /** Null where nothing is demanded, or nothing could be read. */
  readonly isKept: boolean | null;
}

export function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

export function rowsOf({ readings }: Measure, runs: Readonly<Record<SubjectName, readonly Values[]>>): Row[] {
  return readings.map(({ name, label, unit, budget, overBare }) => {
    const of = (subject: SubjectName): number | null => median(runs[subject].map((values) => values[name] ?? null));
    const bare = of('bare');
    const above = (value: number | null): number | null => (overBare && value !== null && bare !== null ? value - bare : value);
    const ours = above(of('ours'));
    const isKept = budget === undefined || ours === null ? null : Math.round(ours * 10) / 10 <= budget;
    return { label, unit, medians: { bare, naive: above(of('naive')), ours }, budget: budget ?? null, isKept };
  });
}

const HEAD = ['measure', 'bare', 'naive', 'ours', 'ours/naive', 'budget', 'ok'];

export function printTable(rows: readonly Row[]): void {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  for (const cells of lines) {
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '));
  }
}

function cellsOf({ label, unit, medians, budget, isKept }: Row): string[] {
  const tell = (value: number | null): string => {
    if (value === null) return '–';
    if (value === 0 && label.endsWith('longest task')) return '< 50 ms';
    const digits = unit === '%' || (unit === 'MB' && Math.abs(value) < 10) ? 1 : 0;
    return unit === 'elements' ? String(Math.round(value)) : `${value.toFixed(digits)} ${unit}`;
  };
  const { bare, naive, ours } = medians;
  const ratio = naive && ours !== null ? (ours / naive).toFixed(2) : '–';
  const verdict = isKept === null ? '' : isKept ? 'ok' : 'BROKEN';
  return [label, tell(bare), tell(naive), tell(ours), ratio, budget === null ? '' : `≤ ${tell(budget)}`, verdict];
}
