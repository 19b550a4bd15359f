'use client';
import type { MouseEvent, ReactElement } from 'react';
import type { Outcome } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useIsTouch } from '../../react/useIsTouch.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useOutcome, usePhase, useTotals, useUploaderState } from '../../react/useUploaderState.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { treeOf } from '../../shared/shadowTree.js';
import { canRetry } from '../../journey/upload/canRetry.js';
import { useIntake } from '../DropZone/IntakeContext.js';
import { MoreWays } from '../DropZone/MoreWays.js';
import { Icon } from '../Icon/Icon.js';
import { Sentence } from '../Sentence/Sentence.js';
import { BoxHeader, type BoxHeaderProps } from './BoxHeader.js';

/**
 * Where the box stands, and what to do next: ready, under way, or what came of it; nothing while it is empty. Renders a `<header>`.
 * @attr data-part="header" · "headline" · "note" · "browse" · "pause" · "cancel" · "retry" · "show-report"
 */
export function QueueHeader(): ReactElement | null {
  const phase = usePhase();
  switch (phase) {
    case 'empty':
      return null;
    case 'ready':
      return <ReadyHeader />;
    case 'uploading':
      return <UploadingHeader />;
    case 'complete':
      return <CompleteHeader />;
  }
}

function AddButtons({ words }: { readonly words: string }): ReactElement {
  const { browse } = useIntake();
  return (
    <>
      <button type="button" data-part="browse" data-look="button" onClick={browse}>
        <Icon name="plus" />
        {words}
      </button>
      <MoreWays look="icon-button" />
    </>
  );
}

function ReadyHeader(): ReactElement {
  const messages = useMessages();
  const isTouch = useIsTouch();
  const { counts } = useTotals();
  const checkingCount = useUploaderState((state) => state.checkingCount);
  return (
    <BoxHeader
      headline={messages['queue.readyHeadline'](counts.ready)}
      note={checkingCount > 0 ? messages['intake.checking'](checkingCount) : messages[isTouch ? 'queue.hintTouch' : 'queue.hint']}
    >
      <AddButtons words={messages['intake.addFiles']} />
    </BoxHeader>
  );
}

function UploadingHeader(): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const { fileCount, fraction } = useTotals();
  const pause = useUploaderState((state) => state.pause);
  const isStanding = pause !== null && !(pause.reason === 'offline');
  return (
    <BoxHeader
      headline={messages['upload.headline']({ fileCount, fraction })}
      note={messages[pause?.reason === 'person' ? 'upload.pausedNote' : 'upload.note']}
    >
      <button type="button" data-part="pause" data-look="button" onClick={isStanding ? uploader.resume : uploader.pause}>
        <Icon name={isStanding ? 'play' : 'pause'} />
        {messages[isStanding ? 'upload.resume' : 'upload.pause']}
      </button>
      <AddButtons words={messages['intake.addFiles']} />
      <button type="button" data-part="cancel" data-look="button" data-variant="quiet" onClick={uploader.cancelRemaining}>
        {messages['upload.cancelRest']}
      </button>
    </BoxHeader>
  );
}

/** The report of the same box; where an app has placed it elsewhere, the first on the page. */
function showReport({ currentTarget }: MouseEvent): void {
  const report = '[data-part=report]';
  const inBox = currentTarget.closest('[data-part="uploader"]')?.querySelector<HTMLElement>(report);
  (inBox ?? treeOf(currentTarget).querySelector<HTMLElement>(report))?.focus();
}

const ICONS: Record<Outcome, NonNullable<BoxHeaderProps['icon']>> = {
  success: { name: 'check', tone: 'success' },
  mixed: { name: 'warn', tone: 'warning' },
  error: { name: 'alert', tone: 'danger' },
};

function CompleteHeader(): ReactElement {
  const messages = useMessages();
  const outcome = useOutcome();
  const uploader = useUploader();
  const { counts } = useTotals();
  const retryableCount = useItemsIn('failed', 'unknown').filter(canRetry).length;
  const report = (words: string): ReactElement => (
    <button type="button" data-part="show-report" data-look="link" onClick={showReport}>
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
    <BoxHeader icon={ICONS[outcome]} headline={messages[outcome === 'error' ? 'result.none' : 'result.complete']} note={note}>
      {retryableCount > 0 && (
        <button type="button" data-part="retry" data-look="button" data-variant="primary" onClick={uploader.retryFailed}>
          <Icon name="retry" />
          {messages['report.retryAll'](retryableCount)}
        </button>
      )}
      <AddButtons words={messages['result.uploadMore']} />
    </BoxHeader>
  );
}
