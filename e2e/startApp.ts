import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real process, on a free port and in a folder of its own, which `stop` removes. */
export interface App {
  readonly url: string;
  /** Where the upload server keeps everything. */
  readonly dataDir: string;
  /** What no browser may ever receive. */
  readonly apiKey: string;
  /** Names of the originals that the upload server's folder holds, thumbnails left out. */
  storedNames(): Promise<string[]>;
  /** Ends the process, as Ctrl-C does unless told otherwise, and starts it again on the same port and folder. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

export async function startApp(env: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'dropline-e2e-'));
  const apiKey = 'chv_e2e_0123456789abcdef_not_for_browsers';
  const url = `http://127.0.0.1:${port}`;
  const settings = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, API_KEY: apiKey, FAULTS: '1', ...env };
  let child = await launch(url, settings);
  return {
    url,
    dataDir,
    apiKey,
    storedNames: async () => {
      const paths = await readdir(join(dataDir, 'images'), { recursive: true, withFileTypes: true });
      return paths.flatMap((path) => (path.isFile() && !/\.(th|md|fr)\.\w+$/.test(path.name) ? [path.name] : [])).toSorted();
    },
    restart: async (signal = 'SIGINT') => {
      await end(child, signal);
      child = await launch(url, settings);
    },
    stop: async () => {
      await end(child, 'SIGINT');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(url: string, settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadlineMs && child.exitCode === null) {
    if (await answers(url)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start at ${url}. It said:\n${output}`);
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** One that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
