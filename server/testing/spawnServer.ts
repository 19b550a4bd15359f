import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SettingsInput } from '../config/settings.js';
import type { StartedServer } from './startServer.js';

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Memory {
  readonly nowMb: number;
  /** Since the process began. */
  readonly peakMb: number;
}

/** A server in a process of its own. */
export interface SpawnedServer extends Omit<StartedServer, 'close'> {
  readonly pid: number;
  memory(): Promise<Memory>;
  /** What it has started, as long as it lives; empty where the system does not tell. */
  children(): number[];
  /** As `kill -9` does. */
  crash(): Promise<void>;
}

export async function spawnServer(dataDir: string, settings: SettingsInput = {}): Promise<SpawnedServer> {
  const child = fork(PROGRAM, [dataDir, JSON.stringify(settings)], { execArgv: ['--import', TSX] });
  const [said] = (await once(child, 'message')) as [{ url: string; apiKey: string }];
  const { pid = 0 } = child;
  return {
    ...said,
    dataDir,
    pid,
    async memory() {
      child.send('memory');
      const [memory] = (await once(child, 'message')) as [Memory];
      return memory;
    },
    children: () =>
      process.platform === 'linux' ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number) : [],
    async crash() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
