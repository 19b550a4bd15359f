import { setTimeout as pause } from 'node:timers/promises';
import type { Asked, Measure, ProcessMeasure, Values } from './Measure.js';
import { openSubject, type OpenSubject } from './openSubject.js';
import { profiled } from './profile.js';
import { medianIn, resultOf, type Runs } from './rows.js';
import type { Served } from './servePages.js';
import type { SubjectName } from './subjects.js';
import { PATIENCE_S } from './words.js';

/** Others who take this long are not asked again. */
const SLOW_MS = 8_000;
/** So few are large ones, and who is not done with them may be done with many small ones. */
const FEW_FILES = 60;

/** With how few files a subject was not done. */
const lostAt = new Map<SubjectName, number>();

/** Whom a tenth of `fileCount` takes more than a tenth of the patience is not asked: cost grows at least with the files. */
export function giveUpSlow(runs: Runs, fileCount: number): void {
  for (const [name, values] of Object.entries(runs) as [SubjectName, Runs[SubjectName]][]) {
    const restMs = medianIn(resultOf(values ?? [], 'restMs'));
    if (restMs !== null && restMs > (PATIENCE_S * 1000) / 10) lostAt.set(name, Math.min(fileCount, lostAt.get(name) ?? Infinity));
  }
}

/** The subjects in turn, so that what else the machine does falls on all of them. */
export async function runOnPages(measure: Measure, served: Served, names: readonly SubjectName[], rounds: number): Promise<Runs> {
  const { fileCount, subjects = names } = measure;
  const asked = names.filter((name) => subjects.includes(name));
  const isLost = (name: SubjectName): boolean => (lostAt.get(name) ?? Infinity) <= fileCount;
  const runs = await inTurn(
    asked.filter((name) => !isLost(name)),
    rounds,
    (name) => runOnce(measure, served, name),
  );
  for (const [name, values] of (fileCount <= FEW_FILES ? [] : Object.entries(runs)) as [SubjectName, Runs[SubjectName]][]) {
    if (values?.every((value) => value === 'notDone')) lostAt.set(name, Math.min(fileCount, lostAt.get(name) ?? Infinity));
  }
  return { ...runs, ...Object.fromEntries(asked.filter(isLost).map((name) => [name, runs[name] ?? (['notDone'] as const)])) };
}

export async function runProcesses(measure: ProcessMeasure, rounds: number): Promise<Runs> {
  return inTurn(['raw', 'ours'], rounds, measure.run);
}

async function inTurn<Name extends SubjectName>(
  names: readonly Name[],
  rounds: number,
  run: (name: Name) => Promise<Values | 'notDone'>,
): Promise<Runs> {
  const runs = new Map<Name, (Values | 'notDone')[]>(names.map((name) => [name, []]));
  const slow = new Set<Name>();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      if (slow.has(name)) continue;
      const startMs = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
      const values = await run(name).catch((thrown: unknown) => {
        console.error(`${name}: it failed: ${String(thrown)}`);
        return 'notDone' as const;
      });
      if (performance.now() - startMs > SLOW_MS && name !== 'raw' && name !== 'ours') slow.add(name);
      runs.get(name)?.push(values);
    }
  }
  return Object.fromEntries(runs);
}

async function runOnce(measure: Measure, served: Served, name: SubjectName): Promise<Values | 'notDone'> {
  const subject = await openSubject(served, name, measure);
  const dead = subject.crashed.then(() => 'its page died' as const);
  try {
    await Promise.race([dead, readied(subject, measure)]);
    const running = measure.run(subject, askedOf(measure));
    running.catch(() => {}); // of a page that is closed or dies while it works
    const ended = await Promise.race([
      dead,
      running,
      pause(PATIENCE_S * 1000, `it was not done in ${PATIENCE_S} s` as const, { ref: false }),
    ]);
    if (typeof ended !== 'string') return ended;
    console.error(`${measure.name}, ${name}: ${ended}`);
    return 'notDone';
  } finally {
    await subject.close();
  }
}

const askedOf =
  ({ readings }: Measure): Asked =>
  (reading) =>
    readings.some(({ name }) => name === reading);

/** What is got ready is nobody's time, so the processor is slowed down after it. */
async function readied(subject: OpenSubject, { prepare, slowdown = 1 }: Measure): Promise<void> {
  await prepare?.(subject);
  if (slowdown > 1) await subject.slowDown(slowdown);
}

/** Ours once, with what took its time. */
export async function runProfiled(measure: Measure, served: Served): Promise<void> {
  const subject = await openSubject(served, 'ours', measure);
  try {
    await readied(subject, measure);
    await profiled(subject, () => measure.run(subject, askedOf(measure)));
  } finally {
    await subject.close();
  }
}
