'use client';
import { useCallback, useEffect, useId, useState, type ReactElement } from 'react';
import type { ItemId } from '../../journey/item.js';
import type { Phase } from '../../journey/state.js';
import { useOutcome, useUploaderState } from '../../react/useUploaderState.js';
import { KeepNotice } from '../KeepNotice/KeepNotice.js';
import { PauseNotice } from '../UploadProgress/PauseNotice.js';
import { UploadProgress } from '../UploadProgress/UploadProgress.js';
import { CompleteFooter, ReadyFooter } from './BoxFooter.js';
import {
  BatchOptions,
  EditDialog,
  EmbedCodes,
  FailureReport,
  GuestExpiryNotice,
  HostNotices,
  preloadParts,
  QueueGrid,
  RejectionList,
} from './parts.js';
import { CompleteHeader, ReadyHeader, UploadingHeader, type Ways } from './PhaseHeader.js';
import { RemoveLocation } from './RemoveLocation.js';
import type { UploaderBoxProps } from './UploaderBox.js';

/** What stands below the drop area holds for the host of this box. */
type Host = Omit<UploaderBoxProps, 'dropScope'>;

export interface BoxBodyProps {
  readonly phase: Phase;
  readonly host: Host;
  readonly ways: Ways;
}

/** What the box shows in its phase, below the drop area. Renders `<div>`s and a `<footer>`. */
export function BoxBody({ phase, host, ways }: BoxBodyProps): ReactElement {
  const id = useId();
  const [editedId, setEditedId] = useState<ItemId | null>(null);
  const closeEdit = useCallback(() => setEditedId(null), []);
  useEffect(() => {
    preloadParts(phase === 'empty' ? 'empty' : 'files');
  }, [phase]);
  if (phase === 'empty') return <EmptyBody />;
  return (
    <>
      <div data-part="body">
        {phase === 'ready' && <ReadyHeader id={id} ways={ways} />}
        {phase === 'ready' && <GuestExpiryNotice {...host} />}
        {phase === 'uploading' && <UploadingHeader id={id} ways={ways} />}
        {phase === 'uploading' && <PauseNotice />}
        {phase !== 'complete' && <KeepNotice />}
        {phase === 'uploading' && <UploadProgress />}
        {phase === 'complete' && <CompleteBody id={id} host={host} ways={ways} />}
        <RejectionList />
        <QueueGrid onEdit={setEditedId} />
      </div>
      {phase === 'ready' && (
        <BatchOptions>
          <RemoveLocation />
        </BatchOptions>
      )}
      {phase === 'ready' && <ReadyFooter />}
      {phase === 'complete' && <CompleteFooter />}
      {editedId !== null && <EditDialog id={editedId} onClose={closeEdit} />}
    </>
  );
}

function EmptyBody(): ReactElement | null {
  const hasRejections = useUploaderState((state) => state.ids.some((id) => state.byId[id]?.status === 'rejected'));
  if (!hasRejections) return null;
  return (
    <div data-part="body">
      <RejectionList />
    </div>
  );
}

function CompleteBody({ id, host, ways }: Omit<BoxBodyProps, 'phase'> & { readonly id: string }): ReactElement {
  const outcome = useOutcome();
  const reportId = useId();
  return (
    <>
      <CompleteHeader id={id} reportId={reportId} outcome={outcome} ways={ways} />
      {outcome !== 'error' && <HostNotices {...host} />}
      <FailureReport id={reportId} />
      <EmbedCodes
        outcome={outcome}
        {...(host.embedTemplates && { templates: host.embedTemplates })}
        fallback={<div data-part="codes-loading" aria-busy="true" />}
      />
    </>
  );
}
