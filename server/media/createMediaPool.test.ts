import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { largeBmp } from '../testing/hostileMedia.js';
import { createMediaPool, type MediaLimits, type MediaPool } from './createMediaPool.js';
import type { MediaJob } from './MediaJob.js';

const MEDIA = resolve(import.meta.dirname, '../../fixtures/media');
const folder = mkdtempSync(join(tmpdir(), 'dropline-media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS: MediaLimits = { processes: 1, jobMs: 20_000, dataBytes: 1_000_000_000 };
const isPosix = process.platform !== 'win32';

let pool: MediaPool;
const open = (limits: Partial<MediaLimits> = {}): MediaPool => (pool = createMediaPool({ ...LIMITS, ...limits }));
afterEach(() => pool.close());

const sniff = (path: string) => ({ kind: 'sniff', path, declaredMime: null }) satisfies MediaJob;
const picture = sniff(join(MEDIA, 'a.png'));

/** Whoever opens it waits for ever. */
function endless(name: string): ReturnType<typeof sniff> {
  execFileSync('mkfifo', [join(folder, name)]);
  return sniff(join(folder, name));
}

function largePicture(): MediaJob & { kind: 'prepare' } {
  const path = join(folder, 'large.bmp');
  writeFileSync(path, largeBmp());
  return { kind: 'prepare', received: { path, md5: '', format: 'bmp', originalName: 'large.bmp', targetWidthPx: null }, tools: null };
}

describe('a pool of media processes', { timeout: 60_000 }, () => {
  it('answers in the words of the API across processes', async () => {
    expect(await open().run(picture)).toBe('png');
    await expect(pool.run(sniff(join(MEDIA, 'pic.tiff')))).rejects.toMatchObject({ name: 'ApiError', code: 613 });
  });

  it.runIf(isPosix)('ends what takes too long, and goes on with the next', async () => {
    open({ jobMs: 1_500 });
    await expect(pool.run(endless('slow'))).rejects.toMatchObject({ name: 'ApiError', code: 0 });
    expect(await pool.run(picture)).toBe('png');
  });

  it.runIf(isPosix)('has no more files at work than it has processes', async () => {
    open({ jobMs: 1_500, processes: 2 });
    const ended: string[] = [];
    const note = (what: string) => () => void ended.push(what);
    const slow = ['one', 'two'].map((name) => pool.run(endless(name)).catch(note('slow')));
    await Promise.all([...slow, ...[1, 2, 3].map(() => pool.run(picture).then(note('quick')))]);
    expect(ended[0]).toBe('slow');
  });

  it.runIf(process.platform === 'linux')('refuses what takes too much memory, and goes on with the next', async () => {
    open({ dataBytes: 260_000_000 });
    await expect(pool.run(largePicture())).rejects.toMatchObject({ name: 'ApiError', code: 0 });
    expect(await pool.run(picture)).toBe('png');
    await pool.close();
    expect(await open().run(largePicture())).toMatchObject({ kind: 'image', files: [{ widthPx: 7_000 }, {}, {}] });
  });

  it.runIf(isPosix)('that is closed refuses what runs and what waits', async () => {
    open();
    await pool.warmUp();
    const refused = [pool.run(endless('running')), pool.run(picture)].map((run) => expect(run).rejects.toThrow('The server is closing.'));
    await pool.close();
    await Promise.all(refused);
    await expect(pool.run(picture)).rejects.toThrow('The server is closing.');
  });

  it('looks at files where they lie, and leaves the original as it was', async () => {
    const path = join(folder, 'a.png');
    copyFileSync(join(MEDIA, 'a.png'), path);
    const received = { path, md5: 'x', format: 'png', originalName: 'a.png', targetWidthPx: null } as const;
    const { files, md5 } = await open().run({ kind: 'prepare', received, tools: null });
    expect(md5).toBe('x');
    expect(files.map(({ role }) => role)).toEqual(['image', 'thumb']);
  });
});
