import { canShrink } from './canShrink.js';
import type { Checks } from './createChecks.js';
import { listedOf } from './createIntake.js';
import type { ItemId, Shrinking, UploadItem } from './item.js';
import type { MediaFormat } from '../shared/mediaFormat.js';
import type { QueueStore } from './queue/createQueueStore.js';
import type { Shrinker } from './shrink/createShrinker.js';
import { needsMediaFacts } from './validate/checkSource.js';
import { createLine } from '../shared/createLine.js';
import { NotLoadedError } from '../shared/loaded.js';

const NOT_LOADED = { status: 'notLoaded' } as const;
const UNDECODABLE: Shrinking = { status: 'impossible', reason: 'undecodable' };

/** Makes a JPEG of a HEIC, upright. Rejects when it cannot. */
export type DecodeHeic = (heic: Blob, signal: AbortSignal) => Promise<Blob>;

type Shrunk =
  | { readonly status: 'made'; readonly file: File; readonly format: MediaFormat }
  | (Shrinking & { readonly status: 'impossible' | 'notLoaded' });

type Refused = UploadItem & { readonly status: 'rejected'; readonly source: { readonly kind: 'file' } };

export interface ShrinkingDeps {
  readonly queue: QueueStore;
  readonly checks: Checks;
  readonly decodeHeic: DecodeHeic | undefined;
  /** A picture fits now and is ready. */
  readonly onReady: (ids: readonly ItemId[]) => void;
}

/** Makes refused pictures fit, where that is what they were refused for. What does it is loaded with the first of them. */
export function createShrinking({ queue, checks, decodeHeic, onReady }: ShrinkingDeps) {
  const running = new Map<ItemId, AbortController>();
  const listed = listedOf(queue);
  const fitter = createFitter(checks, decodeHeic);

  async function shrink(item: Refused, signal: AbortSignal): Promise<void> {
    const { id, source } = item;
    const shrunk = await fitter.makeFit(item, signal);
    if (shrunk.status !== 'made') return queue.send(id, { type: 'shrinking', shrinking: shrunk });
    const { file, format } = shrunk;
    const fitting = { ...source, file, name: file.name, sizeBytes: file.size, originalSizeBytes: source.sizeBytes };
    const rejection = await checks.checkRest({ ...item, source: fitting, format, status: 'ready' }, listed);
    if (signal.aborted) return;
    queue.sendAll([
      [id, { type: 'shrunk', source: fitting, format }],
      ...(rejection ? [[id, { type: 'rejected', rejection }] as const] : []),
    ]);
    if (!rejection) onReady([id]);
  }

  async function run(item: Refused): Promise<void> {
    const controller = new AbortController();
    running.set(item.id, controller);
    queue.send(item.id, { type: 'shrinking', shrinking: { status: 'making' } });
    try {
      await shrink(item, controller.signal);
    } catch {
      if (!controller.signal.aborted) queue.send(item.id, { type: 'shrinking', shrinking: UNDECODABLE });
    } finally {
      running.delete(item.id);
    }
  }

  const shrinkableOf = (ids: readonly ItemId[]): Refused[] => ids.map((id) => queue.store.getState().byId.get(id)).filter(canShrink);

  return {
    async makeSmaller(ids: readonly ItemId[]): Promise<void> {
      await Promise.all(shrinkableOf(ids).map(run));
    },
    /** With a decoder at hand, iPhones' pictures become JPEG without anybody asking. */
    convert(ids: readonly ItemId[]): void {
      if (!decodeHeic) return;
      for (const item of shrinkableOf(ids)) if (item.rejection.code === 'validate.heic') void run(item);
    },
    release: (id: ItemId): void => running.get(id)?.abort(),
    destroy(): void {
      for (const controller of running.values()) controller.abort();
      fitter.destroy();
    },
  };
}

function createFitter(checks: Checks, decodeHeic: DecodeHeic | undefined) {
  let shrinker: Shrinker | null = null;
  let isDestroyed = false;
  /** Null when it does not come, over a lost connection say; the next wish asks again. */
  const load = async (): Promise<Shrinker | null> => {
    const part = await import('./shrink/createShrinker.js').catch(() => null);
    if (part && !isDestroyed) shrinker ??= part.createShrinker();
    return shrinker;
  };
  const inTurn = createLine();
  /** One after the other: each takes as much memory as the whole picture. */
  const decode = (file: File, signal: AbortSignal, by: DecodeHeic): ReturnType<typeof decodeWith> =>
    inTurn(async () => {
      signal.throwIfAborted();
      return decodeWith(by, file, signal);
    });
  return {
    async makeFit({ source: { file }, format }: Refused, signal: AbortSignal): Promise<Shrunk> {
      const limits = checks.limits();
      const given = format === null && decodeHeic ? await decode(file, signal, decodeHeic) : { file, format };
      if (given.format !== null && given.file !== file && given.file.size <= limits.maxBytes && !needsMediaFacts(limits)) {
        return { status: 'made', file: given.file, format: given.format };
      }
      return (await load())?.shrink(given.file, given.format ?? 'heic', limits, signal).catch(orNotLoaded) ?? NOT_LOADED;
    },
    destroy() {
      isDestroyed = true;
      shrinker?.destroy();
    },
  };
}

function orNotLoaded(thrown: unknown): typeof NOT_LOADED {
  if (thrown instanceof NotLoadedError) return NOT_LOADED;
  throw thrown;
}

async function decodeWith(decodeHeic: DecodeHeic, file: File, signal: AbortSignal): Promise<{ file: File; format: MediaFormat }> {
  const jpeg = await decodeHeic(file, signal);
  const name = `${file.name.replace(/\.hei[cf]$/i, '')}.jpg`;
  return { file: new File([jpeg], name, { type: 'image/jpeg', lastModified: file.lastModified }), format: 'jpeg' };
}
