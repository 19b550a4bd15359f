'use client';
import { useSyncExternalStore } from 'react';

const QUERY = '(hover: none) and (pointer: coarse)';

const subscribe = (listener: () => void): (() => void) => {
  const query = matchMedia(QUERY);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether fingers are what this device is used with: nothing can be dropped there. False on the server. */
export const useIsTouch = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => false,
  );
