import type { Budget, Reading } from './Measure.js';
import { medianIn, type Result, type Row, type Verdict } from './rows.js';
import type { SubjectName } from './subjects.js';

/** How long anything may take. */
export const PATIENCE_S = 90;

export const headOf = (names: readonly SubjectName[]): readonly string[] => ['measure', ...names, 'ours/raw', 'budget', ''];

const tellVerdict = (verdict: Verdict, pace: number): string =>
  ({ kept: 'ok', keptAtPace: `ok at pace ${pace.toFixed(1)}`, broken: 'BROKEN' })[verdict];

/** One row as people read it. */
export function cellsOf({ label, unit, results, budget, verdict, pace }: Row, names: readonly SubjectName[]): readonly string[] {
  const raw = medianIn(results.raw);
  const ours = medianIn(results.ours);
  const ratio = raw !== null && ours !== null && raw > 0 ? (ours / raw).toFixed(2) : '–';
  return [
    label,
    ...names.map((name) => tellResult(results[name] ?? null, unit)),
    ratio,
    budget ? tellBudget(budget, unit) : '',
    verdict ? tellVerdict(verdict, pace) : '',
  ];
}

function tellResult(result: Result, unit: Reading['unit']): string {
  if (result === null) return '–';
  if (result === 'notDone') return `> ${PATIENCE_S} s`;
  return tell(result.median, unit);
}

function tellBudget(budget: Budget, unit: Reading['unit']): string {
  if ('timesRaw' in budget) return `≤ ${budget.timesRaw.toFixed(2)} × raw`;
  if ('overRaw' in budget) return `≤ raw + ${tell(budget.overRaw, unit)}`;
  return 'below' in budget ? `< ${tell(budget.below, unit)}` : `≤ ${tell(budget.most, unit)}`;
}

/** A value with its unit; seconds from ten thousand milliseconds on. */
export function tell(value: number, unit: Reading['unit']): string {
  if (unit === 'ms' && value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  const digits = unit === '%' || (unit === 'MB' && Math.abs(value) < 10) ? 1 : 0;
  const number = value.toFixed(digits);
  return unit === 'elements' || unit === 'files' || unit === 'URLs' ? number : `${number} ${unit}`;
}

export function printTable(rows: readonly Row[], names: readonly SubjectName[]): void {
  const lines = [headOf(names), ...rows.map((row) => cellsOf(row, names))];
  const widths = headOf(names).map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  for (const cells of lines) {
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '));
  }
}
