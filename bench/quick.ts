import type { Measure } from './Measure.js';
import { mayBeKept, type Row, rowsOf, type Runs } from './rows.js';
import { runOnPages } from './runMeasure.js';
import type { Served } from './servePages.js';
import type { SubjectName } from './subjects.js';

/** So that a quick run ends within three minutes: what there is no time left to look at again is judged by its first look. */
const LOOK_AGAIN_UNTIL_MS = 170_000;
/** What breaks a budget has so many rounds more to show that it was the machine. */
const SECOND_LOOK_ROUNDS = 2;
/** Of more the naive page would take longer than all the others. */
const MOST_NAIVE_FILES = 1_000;

/** What a measure came to, and how to have more of it. */
export interface Look {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly runs: Runs;
  readonly readings: Measure['readings'];
  readonly tookMs: number;
  run(rounds: number): Promise<Runs>;
}

/** What of the naive page is known, by the measure's name: it tells the machine, so once is enough. */
export type NaiveRuns = Map<string, Runs>;

/** Asks us, and those whom we are judged by. */
export async function runJudged(measure: Measure, served: Served, naiveRuns: NaiveRuns, rounds: number): Promise<Runs> {
  const isByRaw = measure.readings.some(({ budget = {} }) => 'timesRaw' in budget || 'overRaw' in budget);
  const ours = await runOnPages(measure, served, isByRaw ? ['raw', 'ours'] : ['ours'], rounds);
  return { ...ours, ...(await runNaive(measure, served, naiveRuns)) };
}

/** Only what tells how much slower this machine is at the very work. */
async function runNaive(measure: Measure, served: Served, naiveRuns: NaiveRuns): Promise<Runs> {
  const readings = measure.readings.filter(({ naiveThere }) => naiveThere !== undefined);
  if (readings.length === 0 || measure.fileCount > MOST_NAIVE_FILES) return {};
  const { name, naiveAs = name } = measure;
  const runs = naiveRuns.get(naiveAs) ?? (await runOnPages({ ...measure, readings }, served, ['naive'], 1));
  naiveRuns.set(naiveAs, runs);
  return runs;
}

/** One bad moment of the machine is no verdict: what breaks a budget, though not by far, is measured again, and the median counts. */
export async function lookAgain(looks: readonly Look[], pace: number): Promise<readonly Look[]> {
  const found: Look[] = [];
  for (const look of looks) {
    const hasTime = performance.now() + look.tookMs * SECOND_LOOK_ROUNDS < LOOK_AGAIN_UNTIL_MS;
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    found.push(hasTime && look.rows.some(mayBeKept) ? await withMore(look, pace) : look);
  }
  return found;
}

async function withMore(look: Look, pace: number): Promise<Look> {
  console.error(`${look.name}: again`);
  const runs = together(look.runs, await look.run(SECOND_LOOK_ROUNDS));
  return { ...look, runs, rows: rowsOf(look.readings, runs, pace) };
}

const together = (first: Runs, again: Runs): Runs =>
  Object.fromEntries(Object.entries(first).map(([name, values]) => [name, [...values, ...(again[name as SubjectName] ?? [])]]));
