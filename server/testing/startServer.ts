import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bounds, BOUNDS } from '../config/bounds.js';
import { parseSettings, type SettingsInput } from '../config/settings.js';
import { type Environment, readEnvironment } from '../config/readEnvironment.js';
import { createMediaPool } from '../media/createMediaPool.js';
import { startProcess, type ProcessOptions } from '../startProcess.js';

export interface StartedServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly apiKey: string;
  readonly dataDir: string;
  /** Stops it and removes its folder, unless the folder was given. */
  close(): Promise<void>;
}

export interface StartServerOptions {
  readonly settings?: SettingsInput;
  /** Keeps what is in it, for a restart. Default: a temporary folder of its own. */
  readonly dataDir?: string;
  /** Plays the faults that requests ask for. Default true. */
  readonly hasFaults?: boolean;
  readonly now?: ProcessOptions['now'];
  /** Whose uploads those of its gateway are. Default the owner's. */
  readonly uploadAs?: ProcessOptions['uploadAs'];
  /** Instead of the usual ones. */
  readonly bounds?: Partial<Bounds>;
  readonly log?: ProcessOptions['log'];
  /** What the process is told otherwise: a password, a token. */
  readonly environment?: Partial<Environment>;
}

/** A test starts many servers, and need not wait for processes of each. They end with the test. */
const sharedMedia = createMediaPool(BOUNDS.media);

/** The whole process on a free port of loopback: upload server, gateway, and the page if it is built. For tests. */
export async function startServer(options: StartServerOptions = {}): Promise<StartedServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'dropline-')));
  const running = await startProcess({
    ...readEnvironment({ PORT: '0', DATA_DIR: dataDir }),
    hasFaults: options.hasFaults ?? true,
    needsPage: false,
    ...options.environment,
    ...(options.log && { log: options.log }),
    settings: parseSettings(options.settings ?? {}),
    ...(options.now && { now: options.now }),
    bounds: { ...BOUNDS, ...options.bounds },
    ...(!options.bounds?.media && { media: sharedMedia }),
    ...(options.uploadAs && { uploadAs: options.uploadAs }),
  });
  return {
    url: running.url,
    apiKey: running.apiKey,
    dataDir,
    async close() {
      await running.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
