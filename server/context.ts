import type { Settings } from './config/settings.js';
import type { Db } from './db/openDatabase.js';
import type { FieldMemory } from './http/fieldMemory.js';
import type { Visitors } from './http/visitors.js';
import type { Log } from './log/createLog.js';
import type { MediaPool } from './media/createMediaPool.js';
import type { VideoTools } from './media/tools.js';
import type { Metrics } from './metrics/createMetrics.js';
import type { Storage } from './storage/Storage.js';
import type { Locks } from './upload/createLocks.js';

/** What every part of one server shares. */
export interface ServerContext {
  readonly db: Db;
  readonly storage: Storage;
  readonly settings: Settings;
  readonly tools: VideoTools | null;
  /** Looks at what was received, in processes of its own. */
  readonly media: MediaPool;
  /** Received and half-made files; on the storage's file system. */
  readonly temporaryFolder: string;
  readonly fieldMemory: FieldMemory;
  readonly locks: Locks;
  readonly visitors: Visitors;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** Aborted when the server closes: what is still being received then is refused. */
  readonly closing: AbortSignal;
}
