import type { MediaLimits } from '../media/createMediaPool.js';

/** What strangers may take of the machine. Not to be set; tests make them small. */
export interface Bounds {
  readonly media: MediaLimits;
}

export const BOUNDS: Bounds = {
  // A photo of 200 megapixels that lies on its side takes 1.9 GB and, on two cores, five seconds.
  media: { processes: 2, jobMs: 60_000, dataBytes: 2_500_000_000 },
};
