'use client';
import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/** False in what the server renders, until the page's own script has taken it over; true ever after, and at once where nothing came from a server. */
export const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
