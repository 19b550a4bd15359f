import type { Album } from '../api/contract.js';
import type { AnyUploadError } from '../shared/UploadError.js';
import type { ItemId, UploadItem } from './item.js';

/** Files that lie in one album; of what the host filed itself only the album's id is known. */
export interface FiledGroup {
  readonly albumId: string;
  readonly album: Album | null;
  readonly fileCount: number;
}

/** Where the files of a batch lie. */
export interface FilingTotals {
  readonly fileCount: number;
  readonly filed: readonly FiledGroup[];
  /** In no album yet, those that failed included. */
  readonly openIds: readonly ItemId[];
  readonly filing: { readonly albumName: string; readonly fileCount: number } | null;
  readonly failed: { readonly albumName: string; readonly error: AnyUploadError; readonly fileCount: number } | null;
  /** Stored without a link, so nothing can name them to the host. */
  readonly withoutLinkCount: number;
}

type UploadedItem = UploadItem & { readonly status: 'uploaded' };

/** Of the present batch, and of what earlier batches could not file. Pure. */
export function filingTotalsOf(uploaded: readonly UploadedItem[], pastIds: ReadonlySet<ItemId>): FilingTotals {
  const items = uploaded.filter(({ id, filing }) => !pastIds.has(id) || filing.status === 'failed' || filing.status === 'filing');
  const filings = items.map(({ filing }) => filing);
  const running = filings.filter((filing) => filing.status === 'filing');
  const failed = filings.filter((filing) => filing.status === 'failed');
  const [firstRunning] = running;
  const [firstFailed] = failed;
  return {
    fileCount: items.length,
    filed: groupsOf(items),
    openIds: items.flatMap(({ id, image, filing }) => (image && (filing.status === 'none' || filing.status === 'failed') ? [id] : [])),
    filing: firstRunning ? { albumName: firstRunning.albumName, fileCount: running.length } : null,
    failed: firstFailed ? { albumName: firstFailed.albumName, error: firstFailed.error, fileCount: failed.length } : null,
    withoutLinkCount: items.filter(({ image }) => image === null).length,
  };
}

function groupsOf(items: readonly UploadedItem[]): readonly FiledGroup[] {
  const groups = new Map<string, FiledGroup>();
  for (const { filing } of items) {
    if (filing.status !== 'filed' && filing.status !== 'byHost') continue;
    const album = filing.status === 'filed' ? filing.album : null;
    const albumId = filing.status === 'filed' ? filing.album.id : filing.albumId;
    const known = groups.get(albumId);
    groups.set(albumId, { albumId, album: album ?? known?.album ?? null, fileCount: (known?.fileCount ?? 0) + 1 });
  }
  return [...groups.values()];
}
