import type { Album, AlbumDraft } from '../../api/contract.js';
import { policyOf } from '../../api/errorPolicy.js';
import type { UploadClient } from '../../api/UploadClient.js';
import { toUploadError, UploadError } from '../../shared/UploadError.js';

export type FilingClient = Pick<UploadClient, 'listAlbums' | 'createAlbum' | 'moveToAlbum'>;

/** Makes an album once, however often its images have to be tried. */
export interface AlbumMaker {
  /** What was made of this draft before, also where the answer of making it with `imageCount` images was lost; null when nothing was. */
  find(draft: AlbumDraft, imageCount: number): Promise<Album | null>;
  make(draft: AlbumDraft, imageIds: readonly string[]): Promise<Album>;
  /** All of it is in: the same draft is another album from now on. */
  forget(draft: AlbumDraft): void;
}

export function createAlbumMaker(client: FilingClient, signal: AbortSignal): AlbumMaker {
  const made = new Map<string, Album>();
  /** Drafts whose answer was lost: nobody knows whether the album is there. */
  const doubtful = new Set<string>();
  const keyOf = (draft: AlbumDraft): string => JSON.stringify(draft);

  return {
    async find(draft, imageCount) {
      const key = keyOf(draft);
      const known = made.get(key);
      if (known || !doubtful.has(key) || !client.listAlbums) return known ?? null;
      const isIt = (album: Album): boolean =>
        album.name === draft.name && album.privacy === draft.privacy && (album.imageCount === 0 || album.imageCount === imageCount);
      const found = (await client.listAlbums(signal)).find(isIt) ?? null;
      if (found) made.set(key, found);
      return found;
    },
    async make(draft, imageIds) {
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
    forget(draft) {
      made.delete(keyOf(draft));
      doubtful.delete(keyOf(draft));
    },
  };
}
