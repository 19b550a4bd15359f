/** `npm run soak:server`: uploads, cancels, kills and restarts against the real process, and whether the books are right after it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDriver, type Driver } from './createDriver.js';
import { MAX_BYTES } from './files.js';
import { growth, megabytes, TOLERANCES } from './flatness.js';
import { lookAround } from './lookAround.js';
import { seededChance } from './seededChance.js';
import { createServerProcess, type ServerProcess, type Taken } from './serverProcess.js';

const API_KEY = 'chv_soak_0123456789abcdef';
const minutes = Number(process.env['SOAK_MINUTES'] ?? 10);
const seed = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000);
/** Of the time, under kills and restarts; the rest is of one process, which must not grow. */
const STORM_SHARE = 0.4;
const STORM_ROUND_MS = 2_500;
const SETTLES_WITHIN_MS = 7_000;
let fewestHandles = Number.POSITIVE_INFINITY;

if (!(minutes > 0)) throw new Error('SOAK_MINUTES is no number of minutes.');
const dataDir = await mkdtemp(join(tmpdir(), 'dropline-soak-'));
await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ maxBytes: MAX_BYTES }));
const server = await createServerProcess(dataDir, { API_KEY });
const chance = seededChance(seed);
const driver = createDriver(server.url, API_KEY, chance);
console.log(`Soaking ${server.url} for ${minutes} minutes, seed ${seed}, in ${dataDir}.`);
const problems: string[] = [];
try {
  await server.start();
  await storm(Date.now() + minutes * 60_000 * STORM_SHARE);
  const quiet = await calm(Date.now() + minutes * 60_000 * (1 - STORM_SHARE));
  problems.push(...(await lookAround(dataDir, driver.entries, server.url, true)));
  const [, second, ...later] = quiet;
  const last = later.at(-1);
  if (!second || !last) problems.push('there were too few quiet points to see whether it grows: soak for longer');
  else problems.push(...growth(second, last));
  const { stored, deleted, 'not stored': refused } = driver.counts();
  if (Math.min(stored, deleted, refused) < 10) problems.push('too little was stored, deleted or refused to say anything');
  await server.stop();
} catch (error) {
  problems.push(String(error));
} finally {
  await server.kill().catch(() => undefined);
}
problems.push(...server.complaints.filter(({ level }) => level !== 'warn').map((line) => `the log says: ${JSON.stringify(line)}`));
await report();

/** Rounds that each end in a kill or a stop in the middle of everything. */
async function storm(untilMs: number): Promise<void> {
  for (let round = 0; Date.now() < untilMs && problems.length === 0; round += 1) {
    let isOver = false;
    const working = driver.work(() => isOver);
    await wait(STORM_ROUND_MS * (0.5 + chance()));
    const isKilled = round % 4 !== 3;
    await (isKilled ? server.kill() : server.stop());
    isOver = true;
    await working;
    await server.start();
    await driver.repeatUnknown();
    await look(driver, isKilled ? 'killed' : 'stopped');
  }
}

/** Rounds of one and the same process, ten and more; what it takes after each. */
async function calm(untilMs: number): Promise<Taken[]> {
  const roundMs = Math.max(5_000, (untilMs - Date.now()) / 12);
  const taken: Taken[] = [];
  while (Date.now() < untilMs && problems.length === 0) {
    const endMs = Date.now() + roundMs;
    await driver.work(() => Date.now() > endMs);
    await driver.repeatUnknown();
    taken.push(await look(driver, 'quiet'));
  }
  return taken;
}

async function look({ entries, counts }: Driver, after: string): Promise<Taken> {
  problems.push(...(await lookAround(dataDir, entries, server.url)));
  const taken = await settled(server);
  const { stored, deleted, unknown, 'not stored': refused } = counts();
  const facts = `${stored} stored, ${deleted} deleted, ${refused} refused or cut, ${unknown} unknown`;
  const use = `${megabytes(taken.residentBytes)}, ${taken.handles} open files, ${taken.children} processes with ${megabytes(taken.childrenBytes)}`;
  console.log(`${after.padEnd(8)} ${facts}; ${use}`);
  return taken;
}

/** What the gateway keeps open to the upload server is closed some seconds after its last use. */
async function settled({ measure }: ServerProcess): Promise<Taken> {
  let taken = measure();
  for (let waitedMs = 0; taken.handles > fewestHandles && waitedMs < SETTLES_WITHIN_MS; waitedMs += 100) {
    await wait(100);
    taken = measure();
  }
  fewestHandles = Math.min(fewestHandles, taken.handles);
  return taken;
}

async function report(): Promise<void> {
  const { stored, deleted, 'not stored': refused, unknown } = driver.counts();
  console.log(
    `${driver.entries.size} uploads: ${stored} stored, ${deleted} deleted, ${refused} refused or cut, ${unknown} whose answer was lost.`,
  );
  if (problems.length > 0) {
    console.error(`It failed, with seed ${seed}; the folder is kept: ${dataDir}`);
    for (const problem of problems.slice(0, 20)) console.error(`- ${problem}`);
    process.exit(1);
  }
  await rm(dataDir, { recursive: true });
  const { residentBytes, residentShare, handles } = TOLERANCES;
  console.log(
    `Every answered upload is stored and readable, nothing else is visible. Memory grew by less than ${residentShare * 100} % and ${megabytes(residentBytes)}, open files by ${handles} or less.`,
  );
}
