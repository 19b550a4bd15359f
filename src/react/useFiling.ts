'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Album } from '../api/contract.js';
import type { FilingReport, FilingTarget } from '../journey/album/createFiler.js';
import { filingTotalsOf, type FilingTotals } from '../journey/filingTotals.js';
import { albumsQuery } from './queries/albumsQuery.js';
import { useItemsIn } from './useItemsIn.js';
import { useUploader } from './UploaderContext.js';
import { useUploaderState } from './useUploaderState.js';

export interface FilingControl extends FilingTotals {
  /** Files what is not in an album yet. Never rejects. */
  fileInto(target: FilingTarget): Promise<FilingReport>;
  retry(): Promise<FilingReport>;
}

/** Where the files just uploaded lie, and how they get into an album; the list of albums then knows what was made. */
export function useFiling(): FilingControl {
  const uploader = useUploader();
  const queryClient = useQueryClient();
  const uploaded = useItemsIn('uploaded');
  const pastIds = useUploaderState((state) => state.pastIds);
  const totals = useMemo(() => filingTotalsOf(uploaded, pastIds), [uploaded, pastIds]);
  const note = useCallback(
    (report: FilingReport): FilingReport => {
      const { queryKey } = albumsQuery(uploader.client);
      const { album } = report;
      if (!album) return report;
      // A host that cannot list albums still has those that were made here.
      queryClient.setQueryData<readonly Album[]>(queryKey, (known = []) => [album, ...known.filter(({ id }) => id !== album.id)]);
      if (uploader.client.listAlbums) void queryClient.invalidateQueries({ queryKey });
      return report;
    },
    [queryClient, uploader],
  );
  return {
    ...totals,
    fileInto: (target) => uploader.fileIntoAlbum(target, totals.openIds).then(note),
    retry: () => uploader.retryFiling().then(note),
  };
}
