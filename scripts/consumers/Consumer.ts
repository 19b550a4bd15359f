import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

const CONSUMERS = resolve(import.meta.dirname, '../../consumers');
const READY_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 10_000;

/** An app of somebody else, in a folder of its own with the packed package installed. */
export interface Consumer {
  readonly folder: string;
  run(script: string): void;
  /** Starts `npm run <script>` on a free port; `stop` ends it with all its children. */
  serve(script: string, env: Record<string, string>): Promise<{ readonly url: string; stop(): Promise<void> }>;
}

const NPM_ENV = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };

/** @param folder has to exist and to be empty */
export function installConsumer(name: string, folder: string, tarball: string): Consumer {
  cpSync(join(CONSUMERS, name), folder, { recursive: true });
  copyFileSync(join(CONSUMERS, 'site.mjs'), join(folder, 'site.mjs'));
  copyFileSync(tarball, join(folder, 'dropline.tgz'));
  npm(folder, 'install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline');
  return { folder, run: (script) => npm(folder, 'run', script), serve: (script, env) => serve(folder, script, env) };
}

/** @throws with everything that npm said, when it failed */
export function npm(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, env: NPM_ENV, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return stdout;
}

async function serve(folder: string, script: string, env: Record<string, string>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // A group of its own: what npm starts is ended with it.
  const child = spawn('npm', ['run', script], {
    cwd: folder,
    env: { ...NPM_ENV, HOST: '127.0.0.1', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  if (await isUp(url, child)) return { url, stop: () => end(child) };
  await end(child);
  throw new Error(`npm run ${script} did not serve ${url}. It said:\n${output}`);
}

async function isUp(url: string, child: ChildProcess): Promise<boolean> {
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadlineMs && child.exitCode === null) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}

/** What npm has started may outlive it by a moment, and still write. */
async function end({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  signal(pid, 'SIGTERM');
  const deadlineMs = Date.now() + ENDS_WITHIN_MS;
  while (signal(pid, 0) && Date.now() < deadlineMs) await new Promise((resume) => setTimeout(resume, 50));
  signal(pid, 'SIGKILL');
}

/** Tells whether anybody of the group was there to hear it. */
function signal(groupId: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-groupId, name);
  } catch {
    return false;
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
