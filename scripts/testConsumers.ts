/**
 * `npm run test:consumers [-- <name>…] [--keep] [--built]`: the packed package in apps of other people, each installed, built and served in a folder of its own.
 * `--keep` leaves the folders where they are; `--built` packs the package as it was built last.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { startApp, type App } from '../e2e/startApp.js';
import { CHECKS, type Stage } from './consumers/checks.js';
import { installConsumer, npm } from './consumers/Consumer.js';
import { openVisit, type Visit } from './consumers/Visit.js';
import { launchOptions } from './findBrowser.js';

const ROOT = resolve(import.meta.dirname, '..');

interface Bench {
  readonly browser: Browser;
  readonly host: App;
  readonly tarball: string;
}

const args = process.argv.slice(2);
const has = (option: string): boolean => args.includes(option);
const wished = args.filter((arg) => !arg.startsWith('--'));
const unknown = wished.filter((name) => !(name in CHECKS));
if (unknown.length > 0) throw new Error(`There is no consumer ${unknown.join(', ')}. There are ${Object.keys(CHECKS).join(', ')}.`);

process.exitCode = (await runAll(wished.length > 0 ? wished : Object.keys(CHECKS))) === 0 ? 0 : 1;

/** @returns how many failed */
async function runAll(names: readonly string[]): Promise<number> {
  const packed = await mkdtemp(join(tmpdir(), 'dropline-packed-'));
  let failedCount = 0;
  try {
    npm(ROOT, 'pack', '--silent', '--pack-destination', packed, ...(has('--built') ? ['--ignore-scripts'] : []));
    const [tarball = ''] = await readdir(packed);
    expectOnlyThePackage(join(packed, tarball));
    const [browser, host] = await Promise.all([chromium.launch(launchOptions()), startApp()]);
    const bench: Bench = { browser, host, tarball: join(packed, tarball) };
    for (const name of names) failedCount += (await passes(name, bench)) ? 0 : 1;
    await Promise.all([browser.close(), host.stop()]);
  } finally {
    await rm(packed, { recursive: true });
  }
  console.log(`${names.length - failedCount} passed, ${failedCount} failed`);
  return failedCount;
}

/** What is for our own tests, stories and page is nothing to publish. */
function expectOnlyThePackage(tarball: string): void {
  const { stdout } = spawnSync('tar', ['tzf', tarball], { encoding: 'utf8' });
  const paths = stdout.split('\n').filter((path) => path !== '');
  const foreign = paths.filter(
    (path) => !/^package\/(?:dist\/lib\/|[\w.]+$)/.test(path) || /\.(?:test|stories)\.|\/(?:testing|page|stories|bench)\//.test(path),
  );
  if (paths.length === 0 || foreign.length > 0)
    throw new Error(`The package holds what is not of it: ${foreign.join(', ') || 'nothing at all'}`);
}

async function passes(name: string, bench: Bench): Promise<boolean> {
  const startedAtMs = performance.now();
  const error = await check(name, bench).then(
    () => null,
    (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
  );
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`${error ? '✗' : '✓'} ${name} (${seconds} s)`);
  if (error) console.log(error);
  return error === null;
}

async function check(name: string, { browser, host, tarball }: Bench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `dropline-${name}-`));
  const stops: (() => Promise<void>)[] = [];
  const visits: Visit[] = [];
  const context = await browser.newContext();
  try {
    const consumer = installConsumer(name, folder, tarball);
    consumer.run('build');
    const visit: Stage['visit'] = async (script = 'start', env = {}) => {
      const site = await consumer.serve(script, { UPSTREAM: host.url, API_KEY: host.apiKey, ...env });
      stops.push(site.stop);
      const opened = await openVisit(context, site.url);
      visits.push(opened);
      return opened;
    };
    await CHECKS[name]?.({ consumer, visit });
  } catch (error) {
    const open = visits.filter(({ page }) => !page.isClosed());
    const complaints = (await Promise.all(open.map((visited) => visited.complaints()))).flat();
    throw complaints.length > 0 ? new Error(complaints.join('\n'), { cause: error }) : error;
  } finally {
    await context.close();
    for (const stop of stops) await stop();
    if (has('--keep')) console.log(`  ${folder}`);
    else await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
