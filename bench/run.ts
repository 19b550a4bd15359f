/**
 * What the widget costs. `npm run bench` compares it with everything and writes `RESULTS.md`; with `--quick` only with the bare loop and the naive list, where it is
 * judged by them, in under three minutes, and nothing is written. Ends with 1 when a budget is broken.
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
import { measurePace, type Pace } from './pace.js';
import { type Look, lookAgain, type NaiveRuns, runJudged } from './quick.js';
import { machineFacts, writeResults } from './results.js';
import { rowsOf, type Row, type Runs } from './rows.js';
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

if (isFull && !arePeersInstalled()) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: resolve(import.meta.dirname, 'peers'), stdio: 'inherit' });
}
const names: readonly SubjectName[] =
  !options.quick && !options.profile && arePeersInstalled() ? [...OWN_SUBJECTS, ...PEERS] : OWN_SUBJECTS;

/** @param save hears all rows so far after each measure, so that a run that is broken off is not lost */
async function bench(served: Served, folder: string, pace: Pace, save: (rows: readonly Row[]) => void): Promise<readonly Row[]> {
  const looks: Look[] = [];
  const naiveRuns: NaiveRuns = new Map([[pace.measureName, { naive: pace.naive }]]);
  const onPages = (measure: Measure, rounds: number): Promise<Runs> =>
    options.quick ? runJudged(measure, served, naiveRuns, rounds) : runOnPages(measure, served, names, rounds);
  const measures = [
    ...pageMeasures(folder, { isQuick: options.quick }).map((measure) => ({
      ...measure,
      run: (rounds: number) => onPages(measure, rounds),
    })),
    ...PROCESS_MEASURES.map((measure) => ({ ...measure, run: (rounds: number) => runProcesses(measure, rounds) })),
  ];
  for (const { name, readings, runs: rounds, run } of measures.filter(isWanted)) {
    const startMs = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    const runs = await run(options.quick ? 1 : rounds);
    const tookMs = performance.now() - startMs;
    console.error(`${name}: ${Math.round(tookMs / 1000)} s`);
    looks.push({ name, readings, runs, rows: rowsOf(readings, runs, pace.times), tookMs, run });
    save(looks.flatMap(({ rows }) => rows));
  }
  return (options.quick ? await lookAgain(looks, pace.times) : looks).flatMap(({ rows }) => rows);
}

async function profile(served: Served, folder: string): Promise<void> {
  for (const measure of pageMeasures(folder, { isQuick: options.quick }).filter(isWanted)) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    await runProfiled(measure, served);
  }
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

async function compare(served: Served, folder: string, weight: Row): Promise<void> {
  const machine = isFull ? await machineFacts() : null;
  const pace = await measurePace(served);
  const rows = await bench(served, folder, pace, (found) => {
    if (machine) writeResults({ machine, pace: pace.times, subjects: names, rows: [weight, ...found] });
  });
  console.log(
    `This machine is ${pace.times.toFixed(1)} x slower than the one that the budgets are of: times over their budget may be "ok at pace".`,
  );
  printTable([weight, ...rows], names);
  if (isFull) drawGrowth(await growth(served), names);
  if (rows.some(({ verdict }) => verdict === 'broken')) process.exitCode = 1;
}

const folder = await mkdtemp(join(tmpdir(), 'dropline-bench-'));
try {
  const pages = await buildPages(join(folder, 'site'), names, { named: options.profile });
  await writePhotos(join(folder, 'site'));
  await writeGigabyte(folder);
  const served = await servePages(join(folder, 'site'), pages);
  try {
    if (options.profile) await profile(served, folder);
    else await compare(served, folder, weightRow(pages));
  } finally {
    served.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
