import { createFileWorker, type FileWorker } from '../../shared/createFileWorker.js';
import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';
import type { ShrinkLimits } from './planShrink.js';
import type { ShrinkReply, ShrinkRequest } from './shrinkPicture.js';
import { createLine } from '../../shared/createLine.js';
import { loaded, NotLoadedError } from '../../shared/loaded.js';

/** What became of a picture that was to be made smaller. */
export type Shrunk =
  | {
      readonly status: 'made';
      /** Within all limits; named and typed by its format, `lastModified` as before. */
      readonly file: File;
      readonly format: MediaFormat;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | { readonly status: 'impossible'; readonly reason: 'video' | 'animated' | 'undecodable' | 'limitTooSmall' };

/** Makes pictures fit what a host takes, one at a time. */
export interface Shrinker {
  /**
   * Writes the picture anew: upright, in its colours (Display P3 where sRGB is too narrow), never larger than it was. JPEG stays JPEG; what is transparent
   * stays so where the host takes WEBP or PNG, and gets a white ground where it takes JPEG alone. Date, camera and place in the file are lost by this.
   * Videos and what moves are left alone.
   *
   * @param format what the bytes are, not what the name says
   * @throws `signal.reason` when aborted; an `AbortError` when this was destroyed meanwhile; a `NotLoadedError`, then the next call tries anew
   */
  shrink(file: File, format: MediaFormat | 'heic', limits: ShrinkLimits, signal: AbortSignal): Promise<Shrunk>;
  destroy(): void;
}

type ShrinkWorker = FileWorker<ShrinkReply, ShrinkRequest>;

const start = (): Worker | null =>
  typeof OffscreenCanvas === 'undefined' ? null : new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' });

const newWorker = (): ShrinkWorker =>
  createFileWorker(start, async (request) => (await loaded(import('./shrinkPicture.js'))).shrinkPicture(request));

/** A shrinker of its own; its worker starts with the first picture, and where none can be had the page does the work. */
export function createShrinker(): Shrinker {
  const destroyed = new AbortController();
  let worker = newWorker();
  const inTurn = createLine();

  /** One try after the other takes all of a worker's time: ending it is the only way to stop. */
  const restart = (): void => {
    worker.destroy();
    if (!destroyed.signal.aborted) worker = newWorker();
  };

  const shrinkNow = async (request: ShrinkRequest, signal: AbortSignal): Promise<ShrinkReply> => {
    signal.throwIfAborted();
    signal.addEventListener('abort', restart);
    try {
      return await orAborted(worker.call(request), signal);
    } catch (thrown) {
      signal.throwIfAborted();
      if (thrown instanceof NotLoadedError) {
        restart();
        throw thrown;
      }
      return { status: 'impossible', reason: 'undecodable' };
    } finally {
      signal.removeEventListener('abort', restart);
    }
  };

  return {
    async shrink(file, format, limits, signal) {
      if (format !== 'heic' && MEDIA_FORMAT_FACTS[format].kind === 'video') return { status: 'impossible', reason: 'video' };
      const either = AbortSignal.any([signal, destroyed.signal]);
      const reply = await orAborted(
        inTurn(() => shrinkNow({ file, format, limits }, either)),
        either,
      );
      if (reply.status === 'impossible') return reply;
      const { blob, ...facts } = reply;
      return { ...facts, file: toFile(blob, file, facts.format) };
    },
    destroy() {
      destroyed.abort(new DOMException('Destroyed', 'AbortError'));
      worker.destroy();
    },
  };
}

/** Rejects at once when aborted, without waiting for work that cannot be stopped. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function toFile(blob: Blob, original: File, format: MediaFormat): File {
  const { extensions, mimeType } = MEDIA_FORMAT_FACTS[format];
  const [stem, extension] = splitName(original.name);
  const name = extensions.includes(extension.toLowerCase()) ? original.name : `${stem}.${extensions[0]}`;
  return new File([blob], name, { type: mimeType, lastModified: original.lastModified });
}

/** A name that begins with its only dot has no extension. */
function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
}
