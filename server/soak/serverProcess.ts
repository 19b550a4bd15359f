import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;
/** The grace time, and what it takes to close. */
const STOPS_WITHIN_MS = 15_000;

/** What one process takes of the machine, and the processes that it has started. */
export interface Taken {
  readonly residentBytes: number;
  readonly handles: number;
  readonly children: number;
  readonly childrenBytes: number;
}

/** The real process on a port and a folder that stay the same, however often it is started. */
export interface ServerProcess {
  readonly url: string;
  /** Lines of its log from `warn` on. */
  readonly complaints: readonly Record<string, unknown>[];
  start(): Promise<void>;
  /** Ends it at once; resolves when what it had started is gone too. */
  kill(): Promise<void>;
  /** As an operator does. @throws Error when it takes too long, or ends with something else than 0 */
  stop(): Promise<void>;
  measure(): Taken;
}

/** @param env beside `PORT` and `DATA_DIR` */
export async function createServerProcess(dataDir: string, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const complaints: Record<string, unknown>[] = [];
  let child: ChildProcess | null = null;
  const pid = (): number => child?.pid ?? 0;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child) throw new Error('The server does not run.');
    const exit = once(child, 'exit');
    const children = childrenOf(pid());
    child.kill(signal);
    const ended = await Promise.race([exit, wait(STOPS_WITHIN_MS, null, { ref: false })]);
    if (!ended) throw new Error(`The server did not end within ${STOPS_WITHIN_MS} ms of ${signal}.`);
    for (let tries = 0; tries < 100 && children.some(isAlive); tries += 1) await wait(50);
    if (children.some(isAlive)) throw new Error(`A process that the server had started lived on after ${signal}.`);
    return ended[0] as number | null;
  };
  return {
    url,
    complaints,
    async start() {
      child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
        env: { ...process.env, ...env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (child.stdout)
        createInterface({ input: child.stdout }).on('line', (line) => complaints.push(JSON.parse(line) as Record<string, unknown>));
      await ready(url, child);
    },
    kill: async () => void (await end('SIGKILL')),
    async stop() {
      const code = await end('SIGTERM');
      if (code !== 0) throw new Error(`The server was told to stop and ended with ${code}.`);
    },
    measure() {
      const children = childrenOf(pid());
      const childrenBytes = children.reduce((sum, each) => sum + residentBytes(each), 0);
      const handles = readdirSync(`/proc/${pid()}/fd`).length;
      return { residentBytes: residentBytes(pid()), handles, children: children.length, childrenBytes };
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS && child.exitCode === null; waitedMs += 50) {
    const response = await fetch(`${url}/readyz`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error('The server did not become ready.');
}

/** Linux alone tells this so simply; so does the rest of what is measured. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

function residentBytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(statusOf(pid)) ?? [];
  return Number(kilobytes) * 1_024;
}

/** One that nobody has waited for is none any more. */
const isAlive = (pid: number): boolean => /^State:\s+[^ZX]/m.test(statusOf(pid));

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
