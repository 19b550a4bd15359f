'use client';
import { useEffect } from 'react';
import { useHostLimits } from './useHostLimits.js';
import { useUploader } from './UploaderContext.js';

/** Hands the host's limits to the engine when they arrive. Renders nothing. */
export function HostLimitsSync(): null {
  const uploader = useUploader();
  const hostLimits = useHostLimits();
  useEffect(() => {
    if (hostLimits) uploader.setLimits(hostLimits);
  }, [uploader, hostLimits]);
  return null;
}
