'use client';
import { useSyncExternalStore } from 'react';

let query: MediaQueryList | undefined;
/** One for all who ask: asking the browser anew with each render costs more than what is drawn. */
const touchQuery = (): MediaQueryList => (query ??= matchMedia('(hover: none) and (pointer: coarse)'));

const subscribe = (listener: () => void): (() => void) => {
  touchQuery().addEventListener('change', listener);
  return () => touchQuery().removeEventListener('change', listener);
};

/** Whether fingers are what this device is used with: nothing can be dropped there. False on the server. */
export const useIsTouch = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => touchQuery().matches,
    () => false,
  );
