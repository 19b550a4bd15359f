import type { Album, AlbumDraft } from '../../api/contract.js';
import { toUploadError, UploadError, type AnyUploadError } from '../../shared/UploadError.js';
import type { Filing, ItemEvent, ItemId, UploadItem } from '../item.js';
import { createAlbumMaker, type AlbumMaker, type FilingClient } from './createAlbumMaker.js';
import { fileBatches, NOTHING_FILED, type FilingReport } from './fileBatches.js';
import { planBatches, type Filable } from './planBatches.js';
import { createLine } from '../../shared/createLine.js';

export type { FilingReport } from './fileBatches.js';

/** Where images go: an album that is to be made, or one that is there. */
export type FilingTarget = { readonly kind: 'new'; readonly draft: AlbumDraft } | { readonly kind: 'existing'; readonly album: Album };

/** What the filer needs of a queue. */
export interface FilingQueue {
  items(): readonly UploadItem[];
  sendAll(events: readonly (readonly [ItemId, ItemEvent])[]): void;
}

export interface Filer {
  /** Files what is stored and not filed yet; `ids` alone where they are given. Never rejects: items tell how it went. */
  fileInto(target: FilingTarget, ids?: readonly ItemId[]): Promise<FilingReport>;
  /** Files what could not be filed where it was meant to go; an album that was made before is not made again. */
  retryFiling(): Promise<FilingReport>;
  destroy(): void;
}

/** Puts stored images into albums, one call after the other. */
export function createFiler(queue: FilingQueue, client: FilingClient): Filer {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const targets = new Map<ItemId, FilingTarget>();
  const maker = createAlbumMaker(client, signal);
  /** One after the other: two at once could make the same album twice. */
  const inTurn = createLine();

  const mark = (batch: readonly Filable[], filing: Filing): void =>
    queue.sendAll(batch.map(({ id }) => [id, { type: 'filed', filing }] as const));

  async function file(target: FilingTarget, filable: readonly Filable[]): Promise<FilingReport> {
    const albumName = target.kind === 'new' ? target.draft.name : target.album.name;
    for (const { id } of filable) targets.set(id, target);
    mark(filable, { status: 'filing', albumName });
    const report = await fileBatches(planBatches(filable), {
      send: (batch) => send(client, maker, target, batch, signal),
      onDone: (batch, outcome) =>
        mark(batch, 'id' in outcome ? { status: 'filed', album: outcome } : { status: 'failed', albumName, error: outcome }),
      signal,
    });
    if (target.kind === 'new' && !report.error) maker.forget(target.draft);
    return report;
  }

  async function retry(): Promise<FilingReport> {
    const failed = filableOf(queue.items(), ({ filing }) => filing.status === 'failed');
    let report = NOTHING_FILED;
    for (const target of new Set(failed.flatMap(({ id }) => targets.get(id) ?? []))) {
      const wanted = failed.filter(({ id }) => targets.get(id) === target);
      const { album, filedCount, error } = await file(target, wanted);
      report = { album: album ?? report.album, filedCount: report.filedCount + filedCount, error: error ?? report.error };
    }
    return report;
  }

  const isWanted = (item: UploadedItem, ids: ReadonlySet<ItemId> | null): boolean =>
    ids ? ids.has(item.id) : item.filing.status === 'none' || item.filing.status === 'failed';

  return {
    fileInto(target, ids) {
      const wanted = ids ? new Set(ids) : null;
      return inTurn(() => {
        const open = filableOf(queue.items(), (item) => isWanted(item, wanted));
        return file(target, open);
      });
    },
    retryFiling: () => inTurn(retry),
    destroy: () => lifetime.abort(new UploadError('aborted', {})),
  };
}

/** One call. @returns the album that the images are in now, or why they are not */
async function send(
  client: FilingClient,
  maker: AlbumMaker,
  target: FilingTarget,
  batch: readonly Filable[],
  signal: AbortSignal,
): Promise<Album | AnyUploadError> {
  const imageIds = batch.map(({ imageId }) => imageId);
  try {
    const album = target.kind === 'existing' ? target.album : await maker.find(target.draft, batch.length);
    if (album === null && target.kind === 'new') return await maker.make(target.draft, imageIds);
    if (!client.moveToAlbum || album === null) throw new UploadError('internal.bug', {});
    return await client.moveToAlbum(album.id, imageIds, signal);
  } catch (thrown) {
    return toUploadError(thrown);
  }
}

type UploadedItem = UploadItem & { readonly status: 'uploaded' };

/** What has no link has no id to be filed by. */
const filableOf = (items: readonly UploadItem[], isWanted: (item: UploadedItem) => boolean): readonly Filable[] =>
  items.flatMap((item) =>
    item.status === 'uploaded' && item.image !== null && isWanted(item) ? [{ id: item.id, imageId: item.image.id }] : [],
  );
