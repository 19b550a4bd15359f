/** `npm test`: every check, one after the other, and one plain line at the end. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './findBrowser.js';
import { countPlaywright, countVitest, type Count } from './readReport.js';

const REPORTS = 'test-results';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the runner leaves its JSON; a step without one is a single check. */
  readonly report?: string;
  readonly count?: (json: unknown) => Count;
}

const vitest = (project: string): Step => {
  const report = join(REPORTS, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  return { name: `${project} tests`, command: ['vitest', 'run', '--project', project, ...reporters], report, count: countVitest };
};

const sizedBuild = (entry: string): Step => ({
  name: `${entry}, as it is measured`,
  command: ['vite', 'build', '-c', 'bench/sizes/vite.config.ts', '--mode', entry, '--logLevel', 'warn'],
});

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the gateway, without Node and page', command: ['tsc', '--noEmit', '-p', 'tsconfig.gateway.json'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'package build', command: ['vite', 'build', '-c', 'vite.lib.config.ts', '--logLevel', 'warn'] },
  { name: 'package types', command: ['tsc', '-p', 'tsconfig.build.json'] },
  { name: 'public surface', command: ['tsx', 'scripts/apiReport.ts'] },
  { name: 'code of the guides', command: ['tsx', 'scripts/docBlocks.ts'] },
  { name: 'type tests', command: ['tsc', '-p', 'type-tests'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  ...['core', 'uploader', 'gateway'].map(sizedBuild),
  { name: 'sizes', command: ['size-limit'] },
  vitest('unit'),
  vitest('browser'),
  vitest('stories'),
  { name: 'page build', command: ['vite', 'build'] },
  { name: 'e2e tests', command: ['playwright', 'test'], report: join(REPORTS, 'e2e.json'), count: countPlaywright },
];

/** A runner that failed without naming a test (a crash, a file that does not load, no tests at all) counts as one failure. */
function run(step: Step): Count {
  console.log(`\n── ${step.name}`);
  const startedAtMs = performance.now();
  const [command = '', ...args] = step.command;
  const { status } = spawnSync(join('node_modules', '.bin', command), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const counted = step.report && step.count ? read(step.report, step.count) : { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  const ranNothing = counted.passed + counted.failed === 0;
  if (ranNothing && step.report) console.log(`${step.name}: no test ran.`);
  const result = counted.failed === 0 && (status !== 0 || ranNothing) ? { ...counted, failed: 1 } : counted;
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped (${seconds} s)`);
  return result;
}

function read(report: string, count: (json: unknown) => Count): Count {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.log(`No report to read: ${String(error)}`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** What is wrong with the browser, if anything: what needs none is tested all the same. */
function prepareBrowser(): string | undefined {
  try {
    console.log(`Browser: ${ensureBrowser()}`);
    return undefined;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    console.log(problem);
    return problem;
  }
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const browserProblem = prepareBrowser();
const results = STEPS.map((step) => ({ name: step.name, ...run(step) }));

console.log('');
if (browserProblem !== undefined) console.log(browserProblem);
for (const { name, failed } of results) if (failed > 0) console.log(`failed: ${name}`);
const sum = (pick: (count: Count) => number): number => results.reduce((total, result) => total + pick(result), 0);
const failed = sum((count) => count.failed);
console.log(`${sum((count) => count.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
