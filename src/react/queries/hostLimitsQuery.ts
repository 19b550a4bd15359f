import { queryOptions } from '@tanstack/react-query';
import type { HostLimits } from '../../api/contract.js';
import type { UploadClient } from '../../api/UploadClient.js';

/** What the client's host takes and offers; null where the client cannot ask. Limits change with settings, not with minutes. */
export const hostLimitsQuery = (client: UploadClient) =>
  queryOptions<HostLimits | null>({
    queryKey: ['dropline', client.identity, 'limits'],
    queryFn: ({ signal }) => client.limits?.(signal) ?? null,
    staleTime: 5 * 60_000,
  });
