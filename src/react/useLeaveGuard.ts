'use client';
import { useEffect } from 'react';
import { batchTotalsOf } from '../journey/queue/totals.js';
import { useUploaderState } from './useUploaderState.js';

/** Lets the browser ask before the page is left while files are under way: leaving would lose them. */
export function useLeaveGuard(): void {
  const isPending = useUploaderState((state) => batchTotalsOf(state).pendingCount > 0);
  useEffect(() => {
    if (!isPending) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isPending]);
}
