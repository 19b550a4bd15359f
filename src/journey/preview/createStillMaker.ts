import { drawStill, type Picture } from './picture.js';
import type { StillReply, StillRequest } from './still.worker.js';

export interface StillMaker {
  /** Null when the browser cannot decode the file. Never rejects. */
  make(file: Blob): Promise<Picture | null>;
  destroy(): void;
}

/** Draws stills in a worker, made when first needed; on the page itself where a worker cannot be had (a policy forbids it, no OffscreenCanvas). */
export function createStillMaker(): StillMaker {
  const open = new Map<number, { file: Blob; resolve: (picture: Picture | null) => void }>();
  let requestCount = 0;
  let worker: Worker | null | undefined;

  const settle = (requestId: number, picture: Picture | null): void => {
    open.get(requestId)?.resolve(picture);
    open.delete(requestId);
  };

  /** The worker file did not load: what it was asked for is drawn here instead, and so is all that follows. */
  const giveUp = (): void => {
    worker?.terminate();
    worker = null;
    for (const [requestId, { file }] of open) void drawHere(file).then((picture) => settle(requestId, picture));
  };

  const start = (): Worker | null => {
    if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
    try {
      const started = new Worker(new URL('./still.worker.ts', import.meta.url), { type: 'module' });
      started.addEventListener('message', ({ data }: MessageEvent<StillReply>) => settle(data.requestId, data.picture));
      started.addEventListener('error', giveUp);
      return started;
    } catch {
      return null;
    }
  };

  return {
    make(file) {
      if (worker === undefined) worker = start();
      if (!worker) return drawHere(file);
      const requestId = ++requestCount;
      const request: StillRequest = { requestId, file };
      worker.postMessage(request);
      return new Promise((resolve) => open.set(requestId, { file, resolve }));
    },
    destroy() {
      worker?.terminate();
      worker = null;
      for (const requestId of open.keys()) settle(requestId, null);
    },
  };
}

const drawHere = (file: Blob): Promise<Picture | null> => drawStill(file).catch(() => null);
