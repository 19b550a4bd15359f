import { queryOptions } from '@tanstack/react-query';
import type { Album } from '../../api/contract.js';
import type { UploadClient } from '../../api/UploadClient.js';

/** The albums that uploads can go into. Asks nothing where the client cannot list them; other tabs and pages make albums too, so not for long. */
export const albumsQuery = (client: UploadClient) =>
  queryOptions<readonly Album[]>({
    queryKey: ['dropline', client.identity, 'albums'],
    // Not a `skipToken`: the first versions of React Query 5 have none.
    enabled: client.listAlbums !== undefined,
    queryFn: ({ signal }) => client.listAlbums?.(signal) ?? [],
    staleTime: 60_000,
    // Then the person is told, who can ask again.
    retry: 1,
  });
