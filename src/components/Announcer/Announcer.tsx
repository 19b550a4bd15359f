'use client';
import { useEffect, useMemo, type ReactElement } from 'react';
import { batchTotalsOf } from '../../journey/queue/totals.js';
import type { UploaderState } from '../../journey/state.js';
import { useAnnounce, useAnnouncement } from '../../react/announcements.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useOutcome, usePhase, useUploaderState } from '../../react/useUploaderState.js';
import { nowMs } from '../../shared/clock.js';

/** Quarters are enough to know that it goes on; more would talk over everything else. */
const STEPS = 4;

const stepOf = (state: UploaderState): number => Math.floor(batchTotalsOf(state).fraction * STEPS);
const notUploadedCountOf = (state: UploaderState): number => {
  const { failed, unknown } = batchTotalsOf(state).counts;
  return failed + unknown;
};
const rejectedCountOf = (state: UploaderState): number => batchTotalsOf(state).counts.rejected;

/**
 * What a screen reader is told by itself: progress by quarters, what stops it, the end, and what a person did to the list politely, refusals at once. The regions say only what
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
  const step = useUploaderState(stepOf);
  const pause = usePauseWords();
  const end = useEndWords();
  if (phase === 'complete') return end;
  if (phase !== 'uploading') return '';
  return pause ?? (step === 0 ? messages['upload.note'] : messages['announce.progress'](step / STEPS));
}

/** Why the queue stands still; null while it does not. The wait is told as it is at its start: said every second, it would talk over everything else. */
function usePauseWords(): string | null {
  const messages = useMessages();
  const pause = useUploaderState((state) => state.pause);
  return useMemo(() => {
    if (!pause) return null;
    if (pause.reason === 'person') return messages['upload.pausedNote'];
    if (pause.reason === 'offline') return messages['upload.offline'];
    return pause.untilMs === null ? messages['upload.rateLimitedLong'] : messages['upload.rateLimited']((pause.untilMs - nowMs()) / 1000);
  }, [pause, messages]);
}

function useEndWords(): string {
  const messages = useMessages();
  const outcome = useOutcome();
  const notUploadedCount = useUploaderState(notUploadedCountOf);
  if (outcome === 'error') return messages['result.none'];
  return outcome === 'success'
    ? messages['result.complete']
    : `${messages['result.complete']} – ${messages['report.title'](notUploadedCount)}`;
}
