import type { Budget, Reading, Values } from './Measure.js';
import type { SubjectName } from './subjects.js';

/** What one subject came to: null where nothing could be read, `notDone` where it did not come to its end in time. */
export type Result = { readonly median: number; readonly least: number; readonly most: number } | 'notDone' | null;

export type Runs = Readonly<Partial<Record<SubjectName, readonly (Values | 'notDone')[]>>>;

export interface Row {
  readonly label: string;
  readonly unit: Reading['unit'];
  readonly results: Readonly<Partial<Record<SubjectName, Result>>>;
  readonly budget: Budget | null;
  /** Null where nothing is demanded, or nothing could be read. */
  readonly verdict: Verdict | null;
  /** At which the times in it were judged. */
  readonly pace: number;
}

/** `keptAtPace`: a time, or a share of a core, that is over its budget here, and would be within it on a machine as fast as the one that the budgets are of. */
export type Verdict = 'kept' | 'keptAtPace' | 'broken';

/** No work is so many times slower here than others: a naive page that took longer stood still, and its time is no pace. */
const MOST_OTHER_PACE = 3;

/**
 * What the bare loop costs is not ours: where a budget says so, it is taken off the others.
 *
 * @param machinePace how many times slower this machine is than the one that the budgets are of; 1 or more
 */
export function rowsOf(readings: readonly Reading[], runs: Runs, machinePace: number): Row[] {
  return readings.map(({ name, label, unit, budget = null, naiveThere }) => {
    const names = Object.keys(runs) as SubjectName[];
    const whole = Object.fromEntries(names.map((subject) => [subject, resultOf(runs[subject] ?? [], name)]));
    const raw = medianIn(whole['raw']);
    const isOverRaw = budget !== null && 'overRaw' in budget && raw !== null;
    const results = isOverRaw
      ? Object.fromEntries(
          names.map((subject) => [subject, subject === 'raw' ? (whole['raw'] ?? null) : less(whole[subject] ?? null, raw)]),
        )
      : whole;
    const within = (paceOfTimes: number): boolean | null => budget && isWithin(budget, medianIn(results['ours']), raw, paceOfTimes);
    const paceThere = naiveThere === undefined ? null : paceBy(whole['naive'], naiveThere);
    const pace = paceThere === null ? machinePace : Math.min(paceThere, machinePace * MOST_OTHER_PACE);
    const isLost = budget !== null && whole['ours'] === 'notDone';
    const verdict = isLost ? 'broken' : verdictOf(within(1), within(isOfTime(unit) ? pace : 1));
    return { label, unit, results, budget, pace, verdict };
  });
}

/** Over its budget by so much that it is no bad moment of the machine. */
const FAR_OFF = 2;

/** Whether another look could show that a broken budget is kept. */
export function mayBeKept({ verdict, budget, results, unit, pace }: Row): boolean {
  if (verdict !== 'broken' || budget === null) return false;
  const ours = medianIn(results['ours']);
  return ours === null || isWithin(budget, ours / FAR_OFF, medianIn(results['raw']), isOfTime(unit) ? pace : 1) === true;
}

const isOfTime = (unit: Reading['unit']): boolean => unit === 'ms' || unit === '%';

/** How many times slower the naive page is here than there; null where it was not measured. */
export function paceBy(naive: Result | undefined, there: number): number | null {
  const here = medianIn(naive);
  return here === null ? null : Math.max(1, here / there);
}

export const medianIn = (result: Result | undefined): number | null => (result && result !== 'notDone' ? result.median : null);

export function resultOf(runs: readonly (Values | 'notDone')[], reading: string): Result {
  if (runs.length > 0 && runs.every((values) => values === 'notDone')) return 'notDone';
  const sorted = runs
    .flatMap((values) => (values === 'notDone' ? [] : [values[reading] ?? null]))
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b);
  const [least] = sorted;
  return least === undefined ? null : { median: median(sorted), least, most: sorted.at(-1) ?? least };
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

const less = (result: Result, by: number): Result =>
  result === null || result === 'notDone' ? result : { median: result.median - by, least: result.least - by, most: result.most - by };

const verdictOf = (isKept: boolean | null, isKeptAtPace: boolean | null): Verdict | null =>
  isKept === null ? null : isKept ? 'kept' : isKeptAtPace ? 'keptAtPace' : 'broken';

function isWithin(budget: Budget, ours: number | null, raw: number | null, pace: number): boolean | null {
  if (ours === null) return null;
  if ('below' in budget) return ours < budget.below * pace;
  if ('most' in budget) return Math.round(ours * 10) / 10 <= budget.most * pace;
  if ('overRaw' in budget) return Math.round(ours * 10) / 10 <= budget.overRaw * pace;
  return raw === null ? null : ours <= raw * budget.timesRaw;
}
