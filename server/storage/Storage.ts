import type { Readable } from 'node:stream';

/** Where stored files live. On disk now; anything that can keep bytes under a path can stand in. */
export interface Storage {
  /** Takes a finished local file over; it is at `path` as a whole or not at all. Replaces nothing: paths are reserved in the database first. */
  take(localPath: string, path: string): Promise<void>;
  /** Bytes `start` to `end`, both included; null when there is no such file. */
  read(path: string, range: { start: number; end: number }): Promise<Readable | null>;
  /** Gone afterwards, also when it was not there. */
  remove(path: string): Promise<void>;
}
