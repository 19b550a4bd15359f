'use client';
import { useQuery } from '@tanstack/react-query';
import type { HostLimits } from '../api/contract.js';
import { hostLimitsQuery } from './queries/hostLimitsQuery.js';
import { useUploader } from './UploaderContext.js';

/** What the host takes and offers; null until it is known, and where the client cannot ask. */
export function useHostLimits(): HostLimits | null {
  return useQuery(hostLimitsQuery(useUploader().client)).data ?? null;
}
