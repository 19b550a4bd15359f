'use client';
import { useEffect, useState } from 'react';
import { rateOf, withSample, type Rate } from '../journey/queue/rateMeter.js';
import { nowMs } from '../shared/clock.js';
import { everySecond } from '../shared/everySecond.js';
import { usePhase, useTotals } from './useUploaderState.js';

/** How far a batch is. */
export interface Progress extends Rate {
  /** 0..1 by bytes; 1 only after the last answer. */
  readonly fraction: number;
  readonly sentBytes: number;
  readonly sizeBytes: number;
}

/** How far the batch is, how fast, and how long it still takes. Re-renders with each progress, at most four times a second. */
export function useProgress(): Progress {
  const { fraction, sentBytes, sizeBytes } = useTotals();
  const isUploading = usePhase() === 'uploading';
  const [samples, setSamples] = useState<Parameters<typeof rateOf>[0]>([]);
  useEffect(() => {
    const take = (): void => setSamples((before) => withSample(before, { atMs: nowMs(), sentBytes }));
    take();
    // Where nothing moves, nothing else would tell that the rate falls.
    return isUploading ? everySecond(take) : undefined;
  }, [sentBytes, isUploading]);
  return { fraction, sentBytes, sizeBytes, ...rateOf(samples, sizeBytes) };
}
