import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';
import type { ItemId, Preview } from '../item.js';
import { createStillMaker } from './createStillMaker.js';
import { drawVideoFrame } from './drawVideoFrame.js';
import type { Picture } from './picture.js';

/** Makes the pictures of the queue and owns their object URLs: each is revoked exactly once. */
export interface Previewer {
  /** Queues one file; `onChange` is told `made` or `undecodable`, unless it is released before. */
  make(id: ItemId, file: File, format: MediaFormat, onChange: (preview: Preview) => void): void;
  /** Stops the work for one item or revokes its picture. */
  release(id: ItemId): void;
  destroy(): void;
}

interface Job {
  readonly id: ItemId;
  readonly file: File;
  readonly onChange: (preview: Preview) => void;
}

/** Two at a time keep a worker busy; decoders for video are few on a phone, so one. */
const LANES = { image: 2, video: 1 } as const;

/** A previewer of its own; its worker starts with the first picture. */
export function createPreviewer(): Previewer {
  const stills = createStillMaker();
  const made = new Map<ItemId, string>();
  const controllers = new Map<ItemId, AbortController>();
  const lanes = {
    image: createLane(LANES.image, ({ file }) => stills.make(file)),
    video: createLane(LANES.video, ({ file }, signal) => drawVideoFrame(file, signal).catch(() => null)),
  };

  const release = (id: ItemId): void => {
    controllers.get(id)?.abort();
    controllers.delete(id);
    const url = made.get(id);
    if (url !== undefined) URL.revokeObjectURL(url);
    made.delete(id);
  };

  const show = ({ id, onChange }: Job, picture: Picture | null): void => {
    controllers.delete(id);
    if (!picture) {
      onChange({ status: 'undecodable' });
      return;
    }
    const { blob, ...facts } = picture;
    const url = URL.createObjectURL(blob);
    made.set(id, url);
    onChange({ status: 'made', url, ...facts });
  };

  return {
    release,
    make(id, file, format, onChange) {
      const controller = new AbortController();
      controllers.set(id, controller);
      const job = { id, file, onChange };
      lanes[MEDIA_FORMAT_FACTS[format].kind](job, controller.signal, (picture) => show(job, picture));
    },
    destroy() {
      for (const id of [...controllers.keys(), ...made.keys()]) release(id);
      stills.destroy();
    },
  };
}

type Draw = (job: Job, signal: AbortSignal) => Promise<Picture | null>;

/** Runs at most `width` jobs at once, in order; an aborted one that still waits never starts, and one that runs is not reported. */
function createLane(width: number, draw: Draw): (job: Job, signal: AbortSignal, onDrawn: (picture: Picture | null) => void) => void {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = (): void => {
    while (running < width && waiting.length > 0) {
      running += 1;
      void waiting
        .shift()?.()
        .finally(() => {
          running -= 1;
          next();
        });
    }
  };
  return (job, signal, onDrawn) => {
    waiting.push(async () => {
      if (signal.aborted) return;
      const picture = await draw(job, signal);
      if (!signal.aborted) onDrawn(picture);
    });
    next();
  };
}
