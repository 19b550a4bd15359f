'use client';
import { useEffect } from 'react';
import { batchTotalsOf } from '../journey/queue/totals.js';
import type { Keeping } from '../journey/state.js';
import { useUploaderState } from './useUploaderState.js';

/** Lets the browser ask before the page is left while files are under way: leaving would lose them, unless they are kept. */
export function useLeaveGuard(): void {
  const wouldLose = useUploaderState((state) => batchTotalsOf(state).pendingCount > 0 && !isKept(state.keeping));
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wouldLose]);
}

const isKept = (keeping: Keeping): boolean => keeping.status === 'on' && keeping.isWhole;
