import { fn } from 'storybook/test';
import type { Album, HostLimits, UploadClient, Uploader, UploaderState, UploadItem } from '../src/core.js';
import { fakeUploader, LIMITS } from './fixtures.js';

export const ALBUMS: readonly Album[] = ['Lisbon, May', 'Family', 'Work'].map((name, at) => ({
  id: `album-${at}`,
  name,
  url: null,
  privacy: 'public',
  imageCount: 12,
  parentId: null,
}));

/** A host where everything can be said. */
export const GENEROUS: HostLimits = {
  ...LIMITS,
  options: ['title', 'description', 'tags', 'albumId', 'categoryId', 'widthPx', 'expiration', 'isNsfw'],
  categories: ['Animals', 'Architecture', 'Nature', 'People', 'Travel'].map((name, at) => ({ id: String(at + 1), name })),
};

export interface LiveUploaderOptions {
  readonly state?: Partial<UploaderState>;
  readonly limits?: HostLimits;
  /** Default: the client cannot list albums. */
  readonly listAlbums?: UploadClient['listAlbums'];
}

/** An uploader whose files stand still, and which takes what is said about them. */
export function liveUploader(items: readonly UploadItem[], { state, limits = GENEROUS, listAlbums }: LiveUploaderOptions = {}): Uploader {
  const fake = fakeUploader(items, state, limits);
  const listeners = new Set<(state: UploaderState) => void>();
  let current = fake.getState();
  const change = (changed: Partial<UploaderState>): void => {
    current = { ...current, ...changed };
    for (const listener of listeners) listener(current);
  };
  return {
    ...fake,
    client: { ...fake.client, identity: `${fake.client.identity} ${String(listAlbums)}`, ...(listAlbums && { listAlbums }) },
    getState: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    update: fn((id, options) => {
      const item = current.byId.get(id);
      if (item) change({ byId: current.byId.with([{ ...item, options }]) });
    }),
    updateAll: fn((changes) => {
      const changed = [...changes].flatMap(([id, options]) => {
        const item = current.byId.get(id);
        return item ? [{ ...item, options }] : [];
      });
      change({ byId: current.byId.with(changed) });
    }),
    setBatchOptions: fn((batchOptions) => change({ batchOptions })),
    setRemovesLocation: fn((removesLocation) => change({ removesLocation })),
  };
}
