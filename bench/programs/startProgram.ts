import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { growthMb } from '../residentMb.js';

export interface Program {
  readonly port: number;
  readonly apiKey: string;
  /** Runs `work`, and tells how much the process grew at its peak; null where the system does not tell. */
  growthMb(work: () => Promise<void>): Promise<number | null>;
  stop(): Promise<void>;
}

/** A program that serves, in a process of its own so that its memory is its own. Its first line is its port, or an object with it. */
export async function startProgram(path: string, ...args: string[]): Promise<Program> {
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = JSON.parse(String((await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value)) as
    | number
    | { readonly port: number; readonly apiKey?: string };
  const { port, apiKey = '' } = typeof said === 'number' ? { port: said } : said;
  return { port, apiKey, growthMb: (work) => growthMb([child.pid ?? 0], work), stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
