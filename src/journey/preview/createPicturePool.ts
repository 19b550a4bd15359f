import { createFileWorker, type FileWorker } from '../../shared/createFileWorker.js';
import { delay } from '../../shared/delay.js';
import { onNextFrame } from '../../shared/frames.js';
import { loaded, NotLoadedError } from '../../shared/loaded.js';
import type { PictureRequest } from './makePicture.js';
import type { Picture } from './picture.js';
import { createLine } from '../../shared/createLine.js';

/** Makes pictures in a few workers. */
export interface PicturePool {
  /** Null when the file holds no thumbnail. Rejects when it cannot be decoded, when this was destroyed meanwhile, and with a `NotLoadedError`. */
  make(request: PictureRequest): Promise<Picture | null>;
  destroy(): void;
}

interface Seat {
  readonly worker: FileWorker<Picture | null, PictureRequest>;
  openCount: number;
}

/** Workers keep the memory of what they decoded: with nothing to do for this long they end, and start again when needed. */
const IDLE_MS = 5_000;

const ownWorker = (): Worker => new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });

/** A pool of `size` workers, each started when there is something for it to do. Where none can be had the page does the work, one after the other. */
export function createPicturePool(size: number, createWorker: () => Worker = ownWorker): PicturePool {
  const start = (): Worker | null => (typeof OffscreenCanvas === 'undefined' ? null : createWorker());
  const inTurn = createLine();
  const workHere = (request: PictureRequest): Promise<Picture | null> =>
    inTurn(async () => {
      await new Promise<void>(onNextFrame);
      return (await loaded(import('./makePicture.js'))).makePicture(request);
    });
  let seats: Seat[] = [];
  let idle = new AbortController();

  const takeSeat = (): Seat => {
    idle.abort();
    const free = seats.toSorted((a, b) => a.openCount - b.openCount)[0];
    if (free && (free.openCount === 0 || seats.length >= size)) return free;
    const seat = { worker: createFileWorker(start, workHere), openCount: 0 };
    seats.push(seat);
    return seat;
  };

  const rest = (): void => {
    idle.abort();
    for (const { worker } of seats) worker.destroy();
    seats = [];
  };

  const leave = (seat: Seat): void => {
    seat.openCount -= 1;
    if (seats.some(({ openCount }) => openCount > 0)) return;
    idle.abort();
    idle = new AbortController();
    delay(IDLE_MS, idle.signal).then(rest, () => undefined);
  };

  return {
    async make(request) {
      const seat = takeSeat();
      seat.openCount += 1;
      try {
        return await seat.worker.call(request);
      } catch (thrown) {
        // Neither the worker's file nor ours came: the next one to be asked is another worker.
        if (thrown instanceof NotLoadedError) seats = seats.filter((other) => other !== seat);
        throw thrown;
      } finally {
        if (seats.includes(seat)) leave(seat);
      }
    },
    destroy: rest,
  };
}
