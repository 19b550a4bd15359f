import { loaded } from '../../shared/loaded.js';
import { MEDIA_FORMAT_FACTS } from '../../shared/mediaFormat.js';
import type { ItemId, Preview } from '../item.js';
import { createInputWatch } from './createInputWatch.js';
import { createPicturePool } from './createPicturePool.js';
import type { PreviewSubject } from './createPictureShelf.js';
import { createPreviewQueue } from './createPreviewQueue.js';
import type { Picture } from './picture.js';
import type { PreviewStep } from './planPreviews.js';

export type { PreviewSubject } from './createPictureShelf.js';

/** Makes pictures of what is in view and just around, and owns their object URLs: each is revoked exactly once. */
export interface Previewer {
  /**
   * The subjects in view first, then those just around, in order of need: what is not made yet is made in that order, what is under way for others is
   * cancelled, and pictures least recently wanted are let go when there are more than 240 of them or more than 24 MB. Of longer lists the first 240 count.
   * While the person drags, scrolls or types nothing new begins but the small pictures that cameras put into their files. What could not begin, since a part of us did not
   * load, is tried again with the next call.
   */
  want(subjects: readonly PreviewSubject[]): void;
  /** An item is gone: cancels, revokes. */
  release(id: ItemId): void;
  destroy(): void;
}

export interface PreviewerOptions {
  /** `making` when work begins, `made` (for photos often twice: not sharp at once, then sharp) or `undecodable`; `none` when it was cancelled or let go. */
  readonly onChange: (id: ItemId, preview: Preview) => void;
  /** Default: our own worker file, served with the app. */
  readonly createWorker?: () => Worker;
}

/** Measured on 2 cores: two decode nearly twice as much as one, and a third would gain nothing while it takes memory. */
const IMAGES_AT_ONCE = 2;
/** Decoders for video are few on a phone. */
const VIDEOS_AT_ONCE = 1;

/** A previewer of its own; its workers start with the first picture and end when nothing was to do for a while. */
export function createPreviewer({ onChange, createWorker }: PreviewerOptions): Previewer {
  const cores = typeof navigator === 'undefined' ? 1 : (navigator.hardwareConcurrency ?? 1);
  const width = { image: Math.max(1, Math.min(IMAGES_AT_ONCE, cores)), video: VIDEOS_AT_ONCE };
  const pool = createPicturePool(width.image, createWorker);

  async function make(step: PreviewStep, { file, format }: PreviewSubject, signal: AbortSignal): Promise<Picture | null> {
    if (MEDIA_FORMAT_FACTS[format].kind === 'image') return pool.make({ step, file, format });
    return (await loaded(import('./drawVideoFrame.js'))).drawVideoFrame(file, signal);
  }

  const queue = createPreviewQueue({ onChange, make, width, isBusy: () => watch.isBusy() });
  const watch = createInputWatch(queue.resume);
  return {
    want: queue.want,
    release: queue.release,
    destroy() {
      watch.destroy();
      queue.destroy();
      pool.destroy();
    },
  };
}
