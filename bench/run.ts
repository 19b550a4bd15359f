import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages, SUBJECTS, type SubjectName } from './buildPages.js';
import type { Measure, Values } from './Measure.js';
import { adding } from './measures/adding.js';
import { photos } from './measures/photos.js';
import { scrolling } from './measures/scrolling.js';
import { storm } from './measures/storm.js';
import { openSubject } from './openSubject.js';
import { profiled } from './profile.js';
import { servePages } from './servePages.js';
import { printTable, rowsOf, type Row } from './table.js';
import { writePhotos } from './writePhotos.js';

const MEASURES = [adding, scrolling, photos, storm];

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, runs: { type: 'string' }, json: { type: 'string' }, profile: { type: 'boolean', default: false } },
});

async function runOnce(measure: Measure, url: string, name: SubjectName): Promise<Values> {
  const subject = await openSubject(url, name);
  try {
    return await (options.profile ? profiled(subject, () => measure.run(subject)) : measure.run(subject));
  } finally {
    await subject.close();
  }
}

/** One round to warm up, then the subjects in turn, so that what else the machine does falls on all of them. */
async function rowsFor(measure: Measure, url: string): Promise<Row[]> {
  const runs: Record<SubjectName, Values[]> = { bare: [], naive: [], ours: [] };
  const rounds = Number(options.runs ?? measure.runs);
  for (let round = 0; round <= rounds; round++) {
    for (const name of SUBJECTS) {
      // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
      const values = await runOnce(measure, url, name);
      if (round > 0) runs[name].push(values);
    }
  }
  return rowsOf(measure, runs);
}

async function bench(folder: string, wanted: readonly Measure[]): Promise<Row[]> {
  await buildPages(folder, { named: options.profile });
  if (wanted.includes(photos)) await writePhotos(join(folder, 'photos'));
  const served = await servePages(folder);
  const rows: Row[] = [];
  try {
    for (const measure of wanted) {
      console.error(`${measure.name} …`);
      if (options.profile) {
        // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
        await runOnce(measure, served.url, 'ours');
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
      rows.push(...(await rowsFor(measure, served.url)));
    }
  } finally {
    served.close();
  }
  return rows;
}

const wanted = MEASURES.filter(({ name }) => options.only === undefined || name === options.only);
if (wanted.length === 0)
  throw new Error(`--only=${options.only} names no measure. It is one of ${MEASURES.map(({ name }) => name).join(', ')}.`);

const folder = await mkdtemp(join(tmpdir(), 'dropline-bench-'));
try {
  const rows = await bench(folder, wanted);
  printTable(rows);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (rows.some(({ isKept }) => isKept === false)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
