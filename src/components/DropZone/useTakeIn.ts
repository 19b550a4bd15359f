'use client';
import { useCallback, useEffect, useRef } from 'react';
import { preloadWays, readSources, type Given } from '../../journey/intake/readSources.js';
import { useUploader } from '../../react/UploaderContext.js';

/** Whatever way files and links come, they go through here into the queue, in batches while a folder is still being walked; `onGiven` hears of each at once. */
export function useTakeIn(canUseUrls: boolean, onGiven: () => void): (given: Given) => void {
  const uploader = useUploader();
  const lifetime = useRef<AbortController>(null);
  useEffect(() => {
    const controller = new AbortController();
    lifetime.current = controller;
    void preloadWays();
    return () => controller.abort();
  }, []);
  return useCallback(
    (given) => {
      const signal = lifetime.current?.signal;
      if (!signal) return;
      onGiven();
      void readSources(given, { onFound: (found) => void uploader.add(found), canUseUrls, signal }).catch((reason: unknown) => {
        if (!signal.aborted) throw reason;
      });
    },
    [uploader, canUseUrls, onGiven],
  );
}
