import { createFileWorker } from '../../shared/createFileWorker.js';
import { drawStill, type Picture } from './picture.js';

export interface StillMaker {
  /** Null when the browser cannot decode the file. Never rejects. */
  make(file: Blob): Promise<Picture | null>;
  destroy(): void;
}

const start = (): Worker | null =>
  typeof OffscreenCanvas === 'undefined' ? null : new Worker(new URL('./still.worker.ts', import.meta.url), { type: 'module' });

/** Draws stills in a worker; on the page itself where a worker cannot be had. */
export function createStillMaker(): StillMaker {
  const worker = createFileWorker<Picture>(start, drawStill);
  return {
    make: (file) => worker.call(file).catch(() => null),
    destroy: worker.destroy,
  };
}
