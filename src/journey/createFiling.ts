import type { UploadClient } from '../api/UploadClient.js';
import { UploadError } from '../shared/UploadError.js';
import type { Filer, FilingReport, FilingTarget } from './album/createFiler.js';
import type { ItemId } from './item.js';
import type { QueueStore } from './queue/createQueueStore.js';
import { itemsOf } from './queue/totals.js';

/** Joins the album step to the queue. It is loaded with the first files that go into an album. */
export function createFiling(queue: QueueStore, client: UploadClient) {
  const load = async (): Promise<Filer> => {
    const { createFiler } = await import('./album/createFiler.js');
    return createFiler({ items: () => itemsOf(queue.store.getState()), sendAll: queue.sendAll }, client);
  };
  let filer: Promise<Filer> | undefined;
  let isDestroyed = false;

  async function withFiler(act: (filer: Filer) => Promise<FilingReport>): Promise<FilingReport> {
    filer ??= load();
    try {
      const loaded = await filer;
      if (isDestroyed) loaded.destroy();
      return await act(loaded);
    } catch (cause) {
      // The chunk did not come: it is asked for again.
      filer = undefined;
      return { album: null, filedCount: 0, error: new UploadError('network.lost', { sentBytes: 0, sizeBytes: 0 }, { cause }) };
    }
  }

  return {
    fileIntoAlbum: (target: FilingTarget, ids?: readonly ItemId[]) => withFiler((loaded) => loaded.fileInto(target, ids)),
    retryFiling: () => withFiler((loaded) => loaded.retryFiling()),
    destroy(): void {
      isDestroyed = true;
      void filer?.then((loaded) => loaded.destroy());
    },
  };
}
