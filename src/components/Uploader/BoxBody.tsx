'use client';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { ItemId } from '../../journey/item.js';
import { useUploader } from '../../react/UploaderContext.js';
import { whenIdle } from '../../shared/whenIdle.js';
import { useOutcome, usePhase, useUploaderState } from '../../react/useUploaderState.js';
import { DropArea, type DropAreaProps } from '../DropZone/DropArea.js';
import {
  BatchOptions,
  EditDialog,
  EmbedCodes,
  FailureReport,
  GuestExpiryNotice,
  HostNotices,
  KeepNotice,
  PauseNotice,
  preloadParts,
  QueueFooter,
  QueueGrid,
  QueueHeader,
  RejectionList,
  RemoveLocation,
  UploadProgress,
} from './parts.js';
import type { HostProps } from './UploaderBox.js';

export interface BoxBodyProps extends HostProps {
  readonly isInForm: boolean;
}

/** What the box shows in each phase, unless the app says what stands in it. Renders `<div>`s and a `<footer>`. */
export function BoxBody({ isInForm, ...host }: BoxBodyProps): ReactElement {
  const { client } = useUploader();
  const phase = usePhase();
  const [editedId, setEditedId] = useState<ItemId | null>(null);
  const closeEdit = useCallback(() => setEditedId(null), []);
  useEffect(() => {
    if (phase !== 'empty') return whenIdle(() => preloadParts('files'));
    preloadParts('empty');
    return undefined;
  }, [phase]);
  if (phase === 'empty') return <EmptyBody formAction={isInForm ? undefined : client.formAction} />;
  return (
    <>
      <div data-part="body">
        <QueueHeader />
        {phase === 'ready' && <GuestExpiryNotice {...host} />}
        {phase === 'uploading' && <PauseNotice />}
        {phase !== 'complete' && <KeepNotice />}
        {phase === 'uploading' && <UploadProgress />}
        {phase === 'complete' && <Results {...host} />}
        <RejectionList />
        <QueueGrid onEdit={setEditedId} />
      </div>
      {phase === 'ready' && (
        <BatchOptions>
          <RemoveLocation />
        </BatchOptions>
      )}
      <QueueFooter />
      {editedId !== null && <EditDialog id={editedId} onClose={closeEdit} />}
    </>
  );
}

function EmptyBody({ formAction }: DropAreaProps): ReactElement {
  const hasRejections = useUploaderState((state) => state.byId.tally.counts.rejected > 0);
  return (
    <>
      <DropArea formAction={formAction} />
      {hasRejections && (
        <div data-part="body">
          <RejectionList />
        </div>
      )}
    </>
  );
}

function Results(host: HostProps): ReactElement {
  const outcome = useOutcome();
  return (
    <>
      {outcome !== 'error' && <HostNotices {...host} />}
      <FailureReport />
      <EmbedCodes
        outcome={outcome}
        {...(host.embedTemplates && { templates: host.embedTemplates })}
        insertion={host.insertion}
        fallback={<div data-part="codes-loading" aria-busy="true" />}
      />
    </>
  );
}
