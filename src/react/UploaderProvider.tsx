'use client';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createUploader, type Uploader, type UploaderConfig } from '../journey/uploader.js';
import { HostLimitsSync } from './HostLimitsSync.js';
import { UploaderContext } from './UploaderContext.js';

export interface UploaderProviderProps extends Omit<UploaderConfig, 'queryClient'> {
  readonly children?: ReactNode;
}

/**
 * Makes one uploader and gives it to the parts inside; what the host says of its limits applies unless `limits` is set. Uses the app's
 * QueryClient when there is one. What `client`, `concurrency` and `autoStart` are at first holds for its life: a new `key` makes a new uploader.
 * Renders no element.
 */
export function UploaderProvider({ children, ...config }: UploaderProviderProps): ReactElement {
  const appQueryClient = useContext(QueryClientContext);
  const [queryClient] = useState(() => appQueryClient ?? new QueryClient());
  const [uploader] = useState(() => createUploader({ ...config, queryClient }));
  useDestroyAfterUnmount(uploader);
  const { limits } = config;
  useEffect(() => {
    if (limits) uploader.setLimits(limits);
  }, [uploader, limits]);
  return (
    <QueryClientProvider client={queryClient}>
      <UploaderContext.Provider value={uploader}>
        {limits ? null : <HostLimitsSync />}
        {children}
      </UploaderContext.Provider>
    </QueryClientProvider>
  );
}

/** StrictMode and hot reload unmount and mount again at once; only an unmount that lasts ends the uploads. */
function useDestroyAfterUnmount(uploader: Uploader): void {
  const [mounts] = useState(() => ({ count: 0 }));
  useEffect(() => {
    mounts.count += 1;
    return () => {
      mounts.count -= 1;
      queueMicrotask(() => {
        if (mounts.count === 0) uploader.destroy();
      });
    };
  }, [mounts, uploader]);
}
