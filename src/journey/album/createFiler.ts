import type { Album, AlbumDraft } from '../../api/contract.js';
import { policyOf } from '../../api/errorPolicy.js';
import type { UploadClient } from '../../api/UploadClient.js';
import { toUploadError, UploadError, type AnyUploadError } from '../../shared/UploadError.js';
import type { Filing, ItemEvent, ItemId, UploadItem } from '../item.js';
import { planBatches, type Filable } from './planBatches.js';

/** Where images go: an album that is to be made, or one that is there. */
export type FilingTarget = { readonly kind: 'new'; readonly draft: AlbumDraft } | { readonly kind: 'existing'; readonly album: Album };

/** What came of it. `album` is null where none could be made; `error` is the last one. */
export interface FilingReport {
  readonly album: Album | null;
  readonly filedCount: number;
  readonly error: AnyUploadError | null;
}

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

type FilingClient = Pick<UploadClient, 'listAlbums' | 'createAlbum' | 'moveToAlbum'>;

const NOTHING: FilingReport = { album: null, filedCount: 0, error: null };

/** Puts stored images into albums, one call after the other. */
export function createFiler(queue: FilingQueue, client: FilingClient): Filer {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const targets = new Map<ItemId, FilingTarget>();
  const albums = createAlbumMaker(client, signal);
  let last: Promise<unknown> = Promise.resolve();

  const mark = (batch: readonly Filable[], filing: Filing): void =>
    queue.sendAll(batch.map(({ id }) => [id, { type: 'filed', filing }] as const));

  /** One after the other: two at once could make the same album twice. */
  function inTurn(task: () => Promise<FilingReport>): Promise<FilingReport> {
    const run = last.then(task);
    last = run;
    return run;
  }

  async function fileBatch(target: FilingTarget, batch: readonly Filable[]): Promise<Album> {
    const imageIds = batch.map(({ imageId }) => imageId);
    const made = target.kind === 'existing' ? target.album : await albums.find(target.draft, batch.length);
    if (made === null && target.kind === 'new') return albums.make(target.draft, imageIds);
    if (!client.moveToAlbum || made === null) throw new UploadError('internal.bug', {});
    return client.moveToAlbum(made.id, imageIds, signal);
  }

  async function file(target: FilingTarget, filable: readonly Filable[]): Promise<FilingReport> {
    const albumName = target.kind === 'new' ? target.draft.name : target.album.name;
    for (const { id } of filable) targets.set(id, target);
    mark(filable, { status: 'filing', albumName });
    let report = NOTHING;
    for (const batch of planBatches(filable)) {
      try {
        // What is not filed yet waits for what failed before it: without its album nothing can go in.
        if (report.error) throw report.error;
        const album = await fileBatch(target, batch);
        mark(batch, { status: 'filed', album });
        for (const { id } of batch) targets.delete(id);
        report = { ...report, album, filedCount: report.filedCount + batch.length };
      } catch (thrown) {
        if (signal.aborted) return report;
        const error = toUploadError(thrown);
        mark(batch, { status: 'failed', albumName, error });
        report = { ...report, error };
      }
    }
    if (target.kind === 'new' && !report.error) albums.forget(target.draft);
    return report;
  }

  const filable = (wanted: (item: UploadItem & { status: 'uploaded' }) => boolean): Filable[] =>
    queue.items().flatMap((item) => {
      if (item.status !== 'uploaded' || item.image === null || !wanted(item)) return [];
      return [{ id: item.id, imageId: item.image.id }];
    });

  async function retry(): Promise<FilingReport> {
    const failed = filable(({ id, filing }) => filing.status === 'failed' && targets.has(id));
    let report = NOTHING;
    for (const target of new Set(failed.flatMap(({ id }) => targets.get(id) ?? []))) {
      const { album, filedCount, error } = await file(
        target,
        failed.filter(({ id }) => targets.get(id) === target),
      );
      report = { album: album ?? report.album, filedCount: report.filedCount + filedCount, error: error ?? report.error };
    }
    return report;
  }

  return {
    fileInto: (target, ids) =>
      inTurn(() =>
        file(
          target,
          filable(({ id, filing }) => (ids ? ids.includes(id) : filing.status === 'none' || filing.status === 'failed')),
        ),
      ),
    retryFiling: () => inTurn(retry),
    destroy: () => lifetime.abort(new UploadError('aborted', {})),
  };
}

/** Makes an album once, however often its images have to be tried: what was made is kept by its draft until all are in. */
function createAlbumMaker(client: FilingClient, signal: AbortSignal) {
  const made = new Map<string, Album>();
  /** Drafts whose answer was lost: nobody knows whether the album is there. */
  const doubtful = new Set<string>();
  const keyOf = (draft: AlbumDraft): string => JSON.stringify(draft);

  return {
    async find(draft: AlbumDraft, imageCount: number): Promise<Album | null> {
      const key = keyOf(draft);
      const known = made.get(key);
      if (known || !doubtful.has(key) || !client.listAlbums) return known ?? null;
      const listed = await client.listAlbums(signal);
      const isIt = (album: Album): boolean =>
        album.name === draft.name && album.privacy === draft.privacy && (album.imageCount === 0 || album.imageCount === imageCount);
      const found = listed.find(isIt) ?? null;
      if (found) made.set(key, found);
      return found;
    },
    async make(draft: AlbumDraft, imageIds: readonly string[]): Promise<Album> {
      const key = keyOf(draft);
      if (!client.createAlbum) throw new UploadError('internal.bug', {});
      try {
        const album = await client.createAlbum(draft, imageIds, signal);
        made.set(key, album);
        doubtful.delete(key);
        return album;
      } catch (thrown) {
        if (policyOf(toUploadError(thrown)).isOutcomeUnknown) doubtful.add(key);
        throw thrown;
      }
    },
    forget(draft: AlbumDraft): void {
      made.delete(keyOf(draft));
      doubtful.delete(keyOf(draft));
    },
  };
}
