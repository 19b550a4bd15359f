'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useOutcome, usePhase, useUploaderState } from '../../react/useUploaderState.js';
import { batchTotalsOf } from '../../journey/queue/totals.js';
import type { UploaderState } from '../../journey/state.js';

/** Quarters are enough to know that it goes on; more would talk over everything else. */
const STEPS = 4;
const stepOf = (state: UploaderState): number => Math.floor(batchTotalsOf(state).fraction * STEPS);
const rejectedCountOf = (state: UploaderState): number => batchTotalsOf(state).counts.rejected;

/**
 * What a screen reader is told by itself: progress by quarters and the end politely, refusals at once. The regions say only what has
 * changed since they were there, so they stay mounted. Renders two visually hidden `<div>`s.
 */
export function Announcer(): ReactElement {
  const messages = useMessages();
  const phase = usePhase();
  const outcome = useOutcome();
  const step = useUploaderState(stepOf);
  const rejectedCount = useUploaderState(rejectedCountOf);
  const polite = (): string => {
    if (phase === 'uploading') return step === 0 ? '' : messages['announce.progress'](step / STEPS);
    if (phase !== 'complete') return '';
    return outcome === 'error' ? messages['result.none'] : messages['result.complete'];
  };
  return (
    <>
      <div data-part="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
        {polite()}
      </div>
      <div data-part="visually-hidden" role="alert">
        {rejectedCount > 0 ? messages['announce.refused'](rejectedCount) : ''}
      </div>
    </>
  );
}
