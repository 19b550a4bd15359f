import { setMaxListeners } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { ensureAdministrator } from './accounts/ensureAdministrator.js';
import type { HostLimits } from '../src/api/contract.js';
import { type Bounds, BOUNDS } from './config/bounds.js';
import { loadSettings, type Settings } from './config/settings.js';
import type { ServerContext } from './context.js';
import { createApp } from './createApp.js';
import { removeAllLoose } from './db/looseFiles.js';
import { openDatabase } from './db/openDatabase.js';
import { createFieldMemory } from './http/fieldMemory.js';
import { ownerLimits } from './http/limitsJson.js';
import type { ServerEnv } from './http/serverEnv.js';
import { createVisitors, type Visitors } from './http/visitors.js';
import { createReadiness, type Readiness } from './health/readiness.js';
import { type Log, silentLog } from './log/createLog.js';
import { createMetrics, type Metrics } from './metrics/createMetrics.js';
import { addStoredMetrics } from './metrics/storedMetrics.js';
import { createMediaPool, type MediaPool } from './media/createMediaPool.js';
import { findVideoTools } from './media/tools.js';
import { createDiskStorage } from './storage/createDiskStorage.js';
import { createLocks } from './upload/createLocks.js';
import { randomApiKey } from './tokens.js';
import { startSweeper } from './upload/startSweeper.js';

export interface UploadServerOptions {
  /** Everything that has to survive a restart. Made if it is not there. */
  readonly dataDir: string;
  /** The administrator's; without one it is made once and kept in `dataDir`. */
  readonly apiKey?: string;
  /** Instead of `settings.json`. */
  readonly settings?: Settings;
  /** A preset's name; the file's fields win over it. */
  readonly preset?: string;
  readonly now?: () => number;
  /** Default: says nothing. */
  readonly log?: Log;
  /** Default: counts for nobody. */
  readonly metrics?: Metrics;
  readonly bounds?: Bounds;
  /** Instead of a pool of its own; whoever gives it closes it. */
  readonly media?: MediaPool;
}

export interface UploadServer {
  readonly app: Hono<ServerEnv>;
  readonly apiKey: string;
  readonly settings: Settings;
  /** By which guests upload through a gateway; null where they may not. The settings' own, else made for as long as the server runs. */
  readonly guestApiKey: string | null;
  /** What holders of the key may do; without pages to sign in, since they need none. */
  limits(): HostLimits;
  readonly visitors: Visitors;
  readonly readiness: Readiness;
  /** Whether videos can be taken. */
  readonly hasVideoTools: boolean;
  /** Starts beforehand what the first upload would wait for. */
  warmUp(): Promise<void>;
  /** Refuses bodies that are still coming, and files that are being looked at. */
  refuseRunning(): void;
  /** After the last answer: stops the sweeper and closes the database. */
  close(): Promise<void>;
}

/**
 * The upload server, ready to answer but not listening.
 *
 * @throws Error in plain words when settings or data cannot be read
 */
export async function createUploadServer(options: UploadServerOptions): Promise<UploadServer> {
  const { dataDir, now = Date.now, log = silentLog, metrics = createMetrics(), bounds = BOUNDS } = options;
  const temporaryFolder = join(dataDir, 'tmp');
  const settings = withGuestKey(options.settings ?? (await loadSettings(join(dataDir, 'settings.json'), options.preset ?? null)));
  // Keys lie in it: others on this machine have no business there.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // Of uploads that a crash cut off. Two servers must not share one folder for them.
  await rm(temporaryFolder, { recursive: true, force: true });
  await mkdir(temporaryFolder, { recursive: true });
  const db = await openDatabase(join(dataDir, 'dropline.sqlite'));
  const storage = createDiskStorage(join(dataDir, 'images'));
  await removeAllLoose(db, storage);
  const apiKey = await ensureAdministrator(db, dataDir, options.apiKey ?? null, now());
  const closing = new AbortController();
  // Each form that is being read listens, and there may be hundreds.
  setMaxListeners(0, closing.signal);
  const media = options.media ?? createMediaPool(bounds.media);
  const closeMedia = async (): Promise<void> => (options.media ? undefined : media.close());
  closing.signal.addEventListener('abort', () => void closeMedia());
  const tools = await findVideoTools();
  const visitors = createVisitors(settings.proxies);
  const locks = createLocks();
  const context: ServerContext = {
    db,
    storage,
    settings,
    tools,
    media,
    temporaryFolder,
    fieldMemory: createFieldMemory(bounds.fieldBytes),
    locks,
    visitors,
    log,
    metrics,
    now,
    closing: closing.signal,
  };
  addStoredMetrics(metrics.registry, db);
  const sweeper = startSweeper(context);
  return {
    app: createApp(context),
    apiKey,
    settings,
    guestApiKey: settings.guestUploads ? settings.guestApiKey : null,
    limits: () => ownerLimits(context),
    visitors,
    readiness: createReadiness(context),
    hasVideoTools: tools !== null,
    warmUp: () => media.warmUp(),
    refuseRunning: () => closing.abort(new Error('The server is closing.')),
    async close() {
      closing.abort(new Error('The server is closing.'));
      await closeMedia();
      await sweeper.stop();
      await db.destroy();
    },
  };
}

/** Guests who may upload from the site need no key of their own; the gateway in front needs one for them. */
const withGuestKey = (settings: Settings): Settings =>
  settings.guestUploads && settings.guestApiKey === null ? { ...settings, guestApiKey: randomApiKey() } : settings;
