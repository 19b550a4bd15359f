import type { ConnectionLimits } from '../http/limitConnections.js';
import type { Pace } from '../http/keepPace.js';
import type { MediaLimits } from '../media/createMediaPool.js';

/** What strangers may take of the machine. Not to be set; tests make them small. */
export interface Bounds {
  readonly media: MediaLimits;
  readonly pace: Pace;
  readonly connections: ConnectionLimits;
  /** Of large fields, of all requests at a time: they are held in memory. */
  readonly fieldBytes: number;
  /** Within which the head of a request has to come. */
  readonly headersMs: number;
  /** After which a connection on which nothing moves is closed. */
  readonly silentMs: number;
}

export const BOUNDS: Bounds = {
  // A photo of 200 megapixels that lies on its side takes 1.9 GB and, on two cores, five seconds.
  media: { processes: 2, jobMs: 60_000, dataBytes: 2_500_000_000 },
  // 500 bytes a second, as servers usually want, but told over two minutes.
  pace: { windowMs: 120_000, leastBytes: 60_000, lingerMs: 30_000 },
  connections: { total: 2_000, perAddress: 256 },
  // Six of the largest.
  fieldBytes: 200_000_000,
  headersMs: 30_000,
  silentMs: 120_000,
};
