import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MediaAnswer, MediaJob } from './MediaJob.js';

const PROGRAM = fileURLToPath(new URL('./mediaProgram.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const START_MS = 30_000;
/** What its tools need, and none of the server's secrets. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG'];

export interface MediaProcess {
  readonly isAlive: boolean;
  /** @throws {MediaProcessError} when it ended, by a limit or by what the file did to it; it has ended then */
  run(job: MediaJob, withinMs: number): Promise<MediaAnswer>;
  /** Ends it and all that it has started. */
  end(): Promise<void>;
}

/** The process ended in the middle of a job. */
export class MediaProcessError extends Error {
  override readonly name = 'MediaProcessError';
}

/**
 * Where the system can, its memory is limited by the system itself: what is decoded lies outside of JavaScript's heap.
 *
 * @param dataBytes what it and each of its tools may allocate
 * @throws Error when it does not start
 */
export async function startMediaProcess(dataBytes: number): Promise<MediaProcess> {
  const child = fork(PROGRAM, [], {
    ...commandWithin(dataBytes),
    env: Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
    // A group of its own: a Ctrl-C is for the server, which lets it end its work, and its tools end with it.
    detached: true,
  });
  // It keeps nobody running.
  child.unref();
  child.channel?.unref();
  const exited = once(child, 'exit');
  // What it started goes with it, however it ended.
  child.once('exit', () => signalGroup(child)).on('error', () => undefined);
  const end = async (): Promise<void> => {
    killGroup(child);
    await exited.catch(() => undefined);
  };
  const timer = setTimeout(() => killGroup(child), START_MS);
  const isReady = await Promise.race([once(child, 'message').then(() => true), exited.then(() => false)]).finally(() =>
    clearTimeout(timer),
  );
  if (!isReady) throw new Error('A process for pictures and videos did not start.');
  return {
    get isAlive() {
      return isRunning(child);
    },
    run: (job, withinMs) => runOne(child, job, withinMs),
    end,
  };
}

function runOne(child: ChildProcess, job: MediaJob, withinMs: number): Promise<MediaAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => killGroup(child), withinMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('message', onAnswer).off('exit', onExit);
      act();
    };
    const onAnswer = (answer: MediaAnswer): void => settle(() => resolve(answer));
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new MediaProcessError(`The media process ended (${signal ?? code}) at ${job.kind}.`)));
    if (!isRunning(child)) return onExit(child.exitCode, child.signalCode);
    child.once('message', onAnswer).once('exit', onExit);
    // What cannot be sent to is about to end.
    child.send(job, (error) => error && killGroup(child));
  });
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** It and the tools that it has started. */
const killGroup = (child: ChildProcess): void => void (isRunning(child) && signalGroup(child));

function signalGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** A shell sets the limit and becomes the process. Address space (`-v`) would not do: V8 reserves much more than it uses. Where all memory runs out, it goes before the server. */
function commandWithin(dataBytes: number): { execPath?: string; execArgv: string[] } {
  const execArgv = ['--max-old-space-size=256', '--import', TSX];
  if (process.platform === 'win32') return { execArgv };
  const limits = `ulimit -c 0; ulimit -d ${Math.floor(dataBytes / 1024)}; echo 1000 > /proc/self/oom_score_adj`;
  return { execPath: '/bin/sh', execArgv: ['-c', `{ ${limits}; } 2>/dev/null; exec "$0" "$@"`, process.execPath, ...execArgv] };
}
