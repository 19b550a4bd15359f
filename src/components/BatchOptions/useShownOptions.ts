'use client';
import { useMemo } from 'react';
import type { UploadOptionName } from '../../api/contract.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { shownOptions } from './shownOptions.js';

/** What a person can say about uploads to this host. */
export function useShownOptions(): ReadonlySet<UploadOptionName> {
  const limits = useHostLimits();
  const canListAlbums = useUploader().client.listAlbums !== undefined;
  return useMemo(() => shownOptions(limits, canListAlbums), [limits, canListAlbums]);
}
