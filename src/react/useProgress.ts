'use client';
import { useEffect, useState } from 'react';
import { rateOf, withSample, type Rate } from '../journey/queue/rateMeter.js';
import { batchTotalsOf } from '../journey/queue/totals.js';
import { nowMs } from '../shared/clock.js';
import { everySecond } from '../shared/everySecond.js';
import { useUploader } from './UploaderContext.js';
import { usePhase, useTotals } from './useUploaderState.js';

/** How far a batch is. */
export interface Progress extends Rate {
  /** 0..1 by bytes; 1 only after the last answer. */
  readonly fraction: number;
  readonly sentBytes: number;
  readonly sizeBytes: number;
}

/** How far the batch is, how fast, and how long it still takes. Re-renders with each progress, at most four times a second; the rate is told anew each second. */
export function useProgress(): Progress {
  const uploader = useUploader();
  const { fraction, sentBytes, sizeBytes } = useTotals();
  const isUploading = usePhase() === 'uploading';
  const [samples, setSamples] = useState<Parameters<typeof rateOf>[0]>([]);
  useEffect(() => {
    // Not with each progress: what is set then draws anew, sees the next progress by that, and so on without a pause.
    const take = (): void => {
      const sample = { atMs: nowMs(), sentBytes: batchTotalsOf(uploader.getState()).sentBytes };
      setSamples((before) => withSample(before, sample));
    };
    take();
    return isUploading ? everySecond(take) : undefined;
  }, [uploader, isUploading]);
  return { fraction, sentBytes, sizeBytes, ...rateOf(samples, sizeBytes) };
}
