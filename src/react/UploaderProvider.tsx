'use client';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { createUploader, type Uploader, type UploaderConfig } from '../journey/uploader.js';
import { HostLimitsSync } from './HostLimitsSync.js';
import { UploaderContext } from './UploaderContext.js';

export interface OwnUploaderProps extends Omit<UploaderConfig, 'queryClient'> {
  readonly uploader?: never;
  readonly children?: ReactNode;
}

export interface GivenUploaderProps {
  /** Made by the app with `createUploader`, which also destroys it: it lives on when this provider is gone. */
  readonly uploader: Uploader;
  readonly client?: never;
  readonly limits?: never;
  readonly children?: ReactNode;
}

export type UploaderProviderProps = OwnUploaderProps | GivenUploaderProps;

/**
 * Gives the parts inside one uploader: the app's own, or one made here for as long as this is mounted. What the host says of its limits
 * applies unless `limits` is set. Uses the app's QueryClient when there is one. What `client`, `concurrency` and `autoStart` are at first
 * holds for its life: a new `key` makes a new uploader. Renders no element.
 */
export function UploaderProvider(props: UploaderProviderProps): ReactElement {
  const appQueryClient = useContext(QueryClientContext);
  const [queryClient] = useState(() => appQueryClient ?? new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      {props.uploader ? (
        <UploaderContext.Provider value={props.uploader}>{props.children}</UploaderContext.Provider>
      ) : (
        <OwnUploader {...props} queryClient={queryClient} />
      )}
    </QueryClientProvider>
  );
}

function OwnUploader({ children, ...config }: OwnUploaderProps & { readonly queryClient: QueryClient }): ReactElement {
  const [uploader] = useState(() => createUploader(config));
  useDestroyAfterUnmount(uploader);
  const { limits } = config;
  useEffect(() => void uploader.restore(), [uploader]);
  useEffect(() => {
    if (limits) uploader.setLimits(limits);
  }, [uploader, limits]);
  return (
    <UploaderContext.Provider value={uploader}>
      {limits ? null : <HostLimitsSync />}
      {children}
    </UploaderContext.Provider>
  );
}

/** StrictMode and hot reload unmount and mount again at once; only an unmount that lasts ends the uploads. */
function useDestroyAfterUnmount(uploader: Uploader): void {
  const mountCount = useRef(0);
  useEffect(() => {
    mountCount.current += 1;
    return () => {
      mountCount.current -= 1;
      queueMicrotask(() => {
        if (mountCount.current === 0) uploader.destroy();
      });
    };
  }, [uploader]);
}
