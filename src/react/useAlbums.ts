'use client';
import { useQuery } from '@tanstack/react-query';
import type { Album } from '../api/contract.js';
import { albumsQuery } from './queries/albumsQuery.js';
import { useUploader } from './UploaderContext.js';

/** The albums of the account, as far as they are known. */
export interface Albums {
  /** Null until they are known. */
  readonly albums: readonly Album[] | null;
  /** `none`: the client cannot list albums. `error` only while none are known. */
  readonly status: 'none' | 'pending' | 'error' | 'success';
  refetch(): void;
}

/** The albums of the person on this host. */
export function useAlbums(): Albums {
  const { client } = useUploader();
  const { data = null, isError, refetch } = useQuery(albumsQuery(client));
  const isKnown = data !== null;
  return {
    albums: data,
    status: client.listAlbums ? (isKnown ? 'success' : isError ? 'error' : 'pending') : 'none',
    refetch: () => void refetch(),
  };
}
