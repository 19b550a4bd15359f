import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ProcessMeasure, Values } from '../Measure.js';
import { sendForm, type FormFile } from '../programs/sendForm.js';
import { startProgram, type Program } from '../programs/startProgram.js';

const PROGRAMS = resolve(import.meta.dirname, '../programs');
const MEDIA = resolve(import.meta.dirname, '../../fixtures/media');
export const GIGABYTE = 1_000_000_000;
/** A server runs for days: until so much has gone through, what it does again and again is still being compiled. */
export const WARM_UP_BYTES = 200_000_000;
const PARALLEL = 200;
const SMALL_BYTES = 100_000;
/** Seven tenths of the bare loop's rate. */
const BUDGET = { timesRaw: 1 / 0.7 } as const;
const MOST_GROWTH = { most: 150 } as const;

/** The upload server beside a bare loop of busboy onto the disk. */
export const serving: ProcessMeasure = {
  name: 'serving',
  runs: 3,
  readings: [
    { name: 'gigabyteMs', label: 'server, 1 GB in: wall', unit: 'ms', budget: BUDGET },
    { name: 'gigabyteMb', label: 'server, 1 GB in: grows by', unit: 'MB', budget: MOST_GROWTH },
    { name: 'parallelMs', label: 'server, 200 x 100 KB at once: wall', unit: 'ms', budget: BUDGET },
    { name: 'parallelMb', label: 'server, 200 x 100 KB at once: grows by', unit: 'MB', budget: MOST_GROWTH },
  ],
  async run(name) {
    const folder = await mkdtemp(join(tmpdir(), 'dropline-serving-'));
    const program = await startProgram(join(PROGRAMS, name === 'raw' ? 'busboyLoop.ts' : 'uploadServer.ts'), folder);
    try {
      return await measureServer(program);
    } finally {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export const film = async (sizeBytes: number): Promise<FormFile> => ({
  name: 'film.mp4',
  mimeType: 'video/mp4',
  head: await readFile(join(MEDIA, 'clip.mp4')),
  sizeBytes,
});

async function measureServer(program: Program): Promise<Values> {
  const send = (file: FormFile): Promise<void> => sendForm(program, '/api/1/upload', file);
  const picture = await readFile(join(MEDIA, 'a.png'));
  const small = (at: number): FormFile => ({
    name: `${at}.png`,
    mimeType: 'image/png',
    head: Buffer.concat([picture, randomBytes(16)]),
    sizeBytes: SMALL_BYTES,
  });
  const sendMany = async (count: number): Promise<void> =>
    void (await Promise.all(Array.from({ length: count }, (_, at) => send(small(at)))));
  await send(await film(WARM_UP_BYTES));
  await sendMany(10);
  const one = await timed(program, async () => send(await film(GIGABYTE)));
  const many = await timed(program, () => sendMany(PARALLEL));
  return { gigabyteMs: one.wallMs, gigabyteMb: one.growthMb, parallelMs: many.wallMs, parallelMb: many.growthMb };
}

export async function timed(program: Program, work: () => Promise<void>): Promise<{ wallMs: number; growthMb: number | null }> {
  let wallMs = 0;
  const growthMb = await program.growthMb(async () => {
    const startMs = performance.now();
    await work();
    wallMs = performance.now() - startMs;
  });
  return { wallMs, growthMb };
}
