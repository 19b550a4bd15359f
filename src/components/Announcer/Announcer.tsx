'use client';
import { useEffect, type ReactElement } from 'react';
import { batchTotalsOf } from '../../journey/queue/totals.js';
import type { UploaderState } from '../../journey/state.js';
import { useAnnounce, useAnnouncement } from '../../react/announcements.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useOutcome, usePhase, useUploaderState } from '../../react/useUploaderState.js';

/** Quarters are enough to know that it goes on; more would talk over everything else. */
const STEPS = 4;

const stepOf = (state: UploaderState): number => Math.floor(batchTotalsOf(state).fraction * STEPS);
const rejectedCountOf = (state: UploaderState): number => batchTotalsOf(state).counts.rejected;

/**
 * What a screen reader is told by itself: progress by quarters, the end, and what a person did to the list politely, refusals at once. The regions say only what
 * has changed since they were there, so they stay mounted. Renders two visually hidden `<div>`s.
 */
export function Announcer(): ReactElement {
  const messages = useMessages();
  const rejectedCount = useUploaderState(rejectedCountOf);
  const announcement = useAnnouncement();
  const announce = useAnnounce();
  const progress = useProgressWords();
  useEffect(() => {
    if (progress !== '') announce(progress);
  }, [progress, announce]);
  return (
    <>
      <div data-part="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
        {announcement}
      </div>
      <div data-part="visually-hidden" role="alert">
        {rejectedCount > 0 ? messages['announce.refused'](rejectedCount) : ''}
      </div>
    </>
  );
}

function useProgressWords(): string {
  const messages = useMessages();
  const phase = usePhase();
  const outcome = useOutcome();
  const step = useUploaderState(stepOf);
  if (phase === 'uploading') return step === 0 ? messages['upload.note'] : messages['announce.progress'](step / STEPS);
  if (phase !== 'complete') return '';
  return outcome === 'error' ? messages['result.none'] : messages['result.complete'];
}
