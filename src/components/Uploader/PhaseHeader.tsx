'use client';
import type { ReactElement } from 'react';
import type { Outcome } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useIsTouch } from '../../react/useIsTouch.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useTotals, useUploaderState } from '../../react/useUploaderState.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { canRetry } from '../../journey/upload/canRetry.js';
import { MoreWays, type MoreWaysProps } from '../DropZone/MoreWays.js';
import { Icon } from '../Icon/Icon.js';
import { Sentence } from '../Sentence/Sentence.js';
import { BoxHeader, type BoxHeaderProps } from './BoxHeader.js';

/** The ways to add files. */
export interface Ways extends Pick<MoreWaysProps, 'onGiven' | 'onUrls'> {
  readonly onBrowse: () => void;
}

export interface PhaseHeaderProps {
  readonly id: string;
  readonly ways: Ways;
}

function AddButtons({ ways, words }: { readonly ways: Ways; readonly words: string }): ReactElement {
  return (
    <>
      <button type="button" data-part="browse" data-look="button" onClick={ways.onBrowse}>
        <Icon name="plus" />
        {words}
      </button>
      <MoreWays look="icon-button" onGiven={ways.onGiven} onUrls={ways.onUrls} />
    </>
  );
}

export function ReadyHeader({ id, ways }: PhaseHeaderProps): ReactElement {
  const messages = useMessages();
  const isTouch = useIsTouch();
  const { counts } = useTotals();
  const checkingCount = useUploaderState((state) => state.checkingCount);
  return (
    <BoxHeader
      id={id}
      headline={messages['queue.readyHeadline'](counts.ready)}
      note={checkingCount > 0 ? messages['intake.checking'](checkingCount) : messages[isTouch ? 'queue.hintTouch' : 'queue.hint']}
    >
      <AddButtons ways={ways} words={messages['intake.addFiles']} />
    </BoxHeader>
  );
}

export function UploadingHeader({ id, ways }: PhaseHeaderProps): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const { fileCount, fraction } = useTotals();
  const pause = useUploaderState((state) => state.pause);
  const isStanding = pause !== null && !(pause.reason === 'offline');
  return (
    <BoxHeader
      id={id}
      headline={messages['upload.headline']({ fileCount, fraction })}
      note={messages[pause?.reason === 'person' ? 'upload.pausedNote' : 'upload.note']}
    >
      <button
        type="button"
        data-part="pause"
        data-look="button"
        aria-pressed={isStanding}
        onClick={isStanding ? uploader.resume : uploader.pause}
      >
        <Icon name={isStanding ? 'play' : 'pause'} />
        {messages[isStanding ? 'upload.resume' : 'upload.pause']}
      </button>
      <AddButtons ways={ways} words={messages['intake.addFiles']} />
      <button type="button" data-part="cancel" data-look="button" data-variant="quiet" onClick={uploader.cancelRemaining}>
        {messages['upload.cancelRest']}
      </button>
    </BoxHeader>
  );
}

export interface CompleteHeaderProps extends PhaseHeaderProps {
  readonly outcome: Outcome;
  readonly reportId: string;
}

const ICONS: Record<Outcome, NonNullable<BoxHeaderProps['icon']>> = {
  success: { name: 'check', tone: 'success' },
  mixed: { name: 'warn', tone: 'warning' },
  error: { name: 'alert', tone: 'danger' },
};

export function CompleteHeader({ id, ways, outcome, reportId }: CompleteHeaderProps): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const { counts } = useTotals();
  const retryableCount = useItemsIn('failed', 'unknown').filter(canRetry).length;
  const report = (words: string): ReactElement => (
    <button type="button" data-part="show-report" data-look="link" onClick={() => document.getElementById(reportId)?.focus()}>
      {words}
    </button>
  );
  const note =
    outcome === 'success' ? (
      messages['result.completeNote'](counts.uploaded)
    ) : (
      <Sentence parts={messages[outcome === 'mixed' ? 'result.mixedNote' : 'result.noneNote']} slots={{ report }} />
    );
  return (
    <BoxHeader id={id} icon={ICONS[outcome]} headline={messages[outcome === 'error' ? 'result.none' : 'result.complete']} note={note}>
      {retryableCount > 0 && (
        <button type="button" data-part="retry" data-look="button" data-variant="primary" onClick={uploader.retryFailed}>
          <Icon name="retry" />
          {messages['report.retryAll'](retryableCount)}
        </button>
      )}
      <AddButtons ways={ways} words={messages['result.uploadMore']} />
    </BoxHeader>
  );
}
