/**
 * What the widget costs. `npm run bench` compares it with everything and writes `RESULTS.md`; with `--quick` only with the bare loop and the naive list, where it is
 * judged by them, in a few minutes, and nothing is written. Ends with 1 when a budget is broken.
 */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages, type BuiltPage } from './buildPages.js';
import { drawGrowth, type Growth } from './drawGrowth.js';
import type { Measure } from './Measure.js';
import { GIGABYTE_FILE } from './measures/gigabyte.js';
import { growing, GROWTH_COUNTS, pageMeasures, PROCESS_MEASURES } from './measures/measures.js';
import { measurePace } from './pace.js';
import { machineFacts, writeResults } from './results.js';
import { mayBeKept, rowsOf, type Row, type Runs } from './rows.js';
import { giveUpSlow, runOnPages, runProcesses, runProfiled } from './runMeasure.js';
import { servePages, type Served } from './servePages.js';
import { arePeersInstalled, OWN_SUBJECTS, PEERS, type SubjectName } from './subjects.js';
import { printTable } from './words.js';
import { writePhotos } from './writePhotos.js';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, profile: { type: 'boolean', default: false } },
});
const isFull = !options.quick && !options.profile && options.only === undefined;
const isWanted = ({ name }: { readonly name: string }): boolean => options.only === undefined || name.startsWith(options.only);
/** A quick run that breaks a budget has this many rounds more to show that it was the machine. */
const SECOND_LOOK_ROUNDS = 2;
/** Of more the naive page would take longer than all the others. */
const MOST_QUICK_NAIVE_FILES = 1_000;

if (isFull && !arePeersInstalled()) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: resolve(import.meta.dirname, 'peers'), stdio: 'inherit' });
}
const names: readonly SubjectName[] =
  !options.quick && !options.profile && arePeersInstalled() ? [...OWN_SUBJECTS, ...PEERS] : OWN_SUBJECTS;

async function rowsFor(measure: Measure, served: Served, pace: number): Promise<Row[]> {
  const asked = options.quick ? judging(measure) : names;
  return judged(measure, pace, (rounds, judgedNames = asked) => runOnPages(measure, served, judgedNames, rounds));
}

/** Whom a quick run asks: us, and those whom we are judged by. */
function judging({ readings, fileCount }: Measure): SubjectName[] {
  const isByRaw = readings.some(({ budget = {} }) => 'timesRaw' in budget || 'overRaw' in budget);
  const isByNaive = readings.some(({ naiveThere }) => naiveThere !== undefined) && fileCount <= MOST_QUICK_NAIVE_FILES;
  return [...(isByRaw ? (['raw'] as const) : []), ...(isByNaive ? (['naive'] as const) : []), 'ours'];
}

/** In a quick run one bad moment of the machine is no verdict. */
async function judged(
  { readings, runs, name }: Pick<Measure, 'readings' | 'runs' | 'name'>,
  pace: number,
  run: (rounds: number, names?: readonly SubjectName[]) => Promise<Runs>,
): Promise<Row[]> {
  const startMs = performance.now();
  const first = await run(options.quick ? 1 : runs);
  const rows = rowsOf(readings, first, pace);
  const isSure = !options.quick || !rows.some(mayBeKept);
  const again: Runs = isSure ? {} : await run(SECOND_LOOK_ROUNDS, first.raw ? ['raw', 'ours'] : ['ours']);
  console.error(`${name}: ${Math.round((performance.now() - startMs) / 1000)} s`);
  return isSure ? rows : rowsOf(readings, together(first, again), pace);
}

const together = (first: Runs, again: Runs): Runs =>
  Object.fromEntries(Object.entries(first).map(([name, values]) => [name, [...values, ...(again[name as SubjectName] ?? [])]]));

/** @param save hears all rows so far after each measure, so that a run that is broken off is not lost */
async function bench(served: Served, folder: string, pace: number, save: (rows: readonly Row[]) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const measure of pageMeasures(folder).filter(isWanted)) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    if (options.profile) await runProfiled(measure, served);
    // oxlint-disable-next-line no-await-in-loop
    else rows.push(...(await rowsFor(measure, served, pace)));
    save(rows);
  }
  for (const measure of options.profile ? [] : PROCESS_MEASURES.filter(isWanted)) {
    // oxlint-disable-next-line no-await-in-loop
    rows.push(...(await judged(measure, pace, (rounds) => runProcesses(measure, rounds))));
    save(rows);
  }
  return rows;
}

async function growth(served: Served): Promise<Growth> {
  const found: { count: number; runs: Runs }[] = [];
  for (const count of GROWTH_COUNTS) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    const runs = await runOnPages(growing(count), served, names, 1);
    found.push({ count, runs });
    giveUpSlow(runs, count * 10);
    console.error(`growth, ${count} files: done`);
  }
  return found;
}

const weightRow = (pages: ReadonlyMap<SubjectName, BuiltPage>): Row => ({
  label: 'page weight over React, gzip',
  unit: 'kB',
  results: Object.fromEntries([...pages].map(([name, { weightBytes }]) => [name, one(weightBytes / 1000)])),
  budget: null,
  verdict: null,
  pace: 1,
});
const one = (value: number) => ({ median: value, least: value, most: value });

/** A real film with nothing behind it: sparse, so that it takes no room. */
async function writeGigabyte(folder: string): Promise<void> {
  const path = join(folder, GIGABYTE_FILE);
  await copyFile(resolve(import.meta.dirname, '../fixtures/media/clip.mp4'), path);
  await truncate(path, 1_000_000_000);
}

const folder = await mkdtemp(join(tmpdir(), 'dropline-bench-'));
try {
  const pages = await buildPages(join(folder, 'site'), names, { named: options.profile });
  await writePhotos(join(folder, 'site'));
  await writeGigabyte(folder);
  const served = await servePages(join(folder, 'site'), pages);
  try {
    const machine = await machineFacts();
    const weight = weightRow(pages);
    const pace = options.profile ? 1 : await measurePace(served);
    const rows = await bench(served, folder, pace, (found) => {
      if (isFull) writeResults({ machine, pace, subjects: names, rows: [weight, ...found] });
    });
    if (!options.profile)
      console.log(
        `This machine is ${pace.toFixed(1)} x slower than the one that the budgets are of: times over their budget may be "ok at pace".`,
      );
    if (!options.profile) printTable([weight, ...rows], names);
    if (isFull) drawGrowth(await growth(served), names);
    if (rows.some(({ verdict }) => verdict === 'broken')) process.exitCode = 1;
  } finally {
    served.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
