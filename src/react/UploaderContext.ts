'use client';
import { createContext, useContext } from 'react';
import type { Uploader } from '../journey/uploader.js';

export const UploaderContext = createContext<Uploader | null>(null);

/**
 * The uploader of the nearest `<UploaderProvider>`; the same object for its whole life.
 *
 * @throws Error outside a provider
 */
export function useUploader(): Uploader {
  const uploader = useContext(UploaderContext);
  if (!uploader) {
    throw new Error(
      'useUploader was called outside <UploaderProvider>, so there is no queue to read. Wrap the component in <UploaderProvider client={…}> or <Uploader client={…}>.',
    );
  }
  return uploader;
}
