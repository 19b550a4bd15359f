'use client';
import { useCallback, useEffect, useId, useState, type ReactElement } from 'react';
import type { Album } from '../../api/contract.js';
import type { ItemId } from '../../journey/item.js';
import type { Phase } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useLeaveGuard } from '../../react/useLeaveGuard.js';
import { useOutcome, usePhase, useUploaderState } from '../../react/useUploaderState.js';
import { Announcer } from '../Announcer/Announcer.js';
import { DropArea } from '../DropZone/DropArea.js';
import { DropOverlay } from '../DropZone/DropOverlay.js';
import { useBoxDrop } from '../DropZone/useBoxDrop.js';
import { usePasteFiles } from '../DropZone/usePasteFiles.js';
import type { AccountLinks } from '../HostNotices/HostNotices.js';
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
import { RemoveLocation } from './RemoveLocation.js';
import { CompleteHeader, ReadyHeader, UploadingHeader } from './PhaseHeader.js';
import { useKeptFocus } from './useKeptFocus.js';

export interface UploaderBoxProps {
  /** Where guests sign up and in, instead of the host's own pages; null takes a link away. */
  readonly accountLinks?: AccountLinks;
  /** Albums to choose from where the host cannot list them. */
  readonly albums?: readonly Album[];
}

const PAUSED = { person: 'person', rateLimit: 'rate-limit', offline: 'offline' } as const;

/**
 * The box inside an `<UploaderProvider>`. Renders a `<section>`.
 * @attr data-part="uploader"   @attr data-phase empty | ready | uploading | complete
 * @attr data-dragging while files are over the box   @attr data-paused person | rate-limit | offline
 */
export function UploaderBox(host: UploaderBoxProps): ReactElement {
  const uploader = useUploader();
  const messages = useMessages();
  const phase = usePhase();
  const pauseReason = useUploaderState((state) => state.pause?.reason);
  const onFiles = useCallback((files: readonly File[]) => void uploader.add(files), [uploader]);
  const drop = useBoxDrop(onFiles);
  usePasteFiles(drop.boxRef, onFiles);
  useLeaveGuard();
  useKeptFocus(drop.boxRef, phase);
  return (
    <section
      {...drop.getBoxProps({ role: 'region', tabIndex: undefined })}
      data-part="uploader"
      data-phase={phase}
      data-dragging={drop.isDragging || undefined}
      data-paused={pauseReason && PAUSED[pauseReason]}
      aria-label={messages['box.label']}
    >
      <div data-part="dropzone">
        <input {...drop.getInputProps()} aria-label={messages['intake.addFiles']} />
        {phase === 'empty' && <DropArea onBrowse={drop.open} isDragging={drop.isDragging} draggedCount={drop.draggedCount} />}
      </div>
      <BoxBody phase={phase} host={host} onBrowse={drop.open} />
      {drop.isDragging && phase !== 'empty' && <DropOverlay draggedCount={drop.draggedCount} />}
      <Announcer />
    </section>
  );
}

interface BoxBodyProps {
  readonly phase: Phase;
  readonly host: UploaderBoxProps;
  readonly onBrowse: () => void;
}

function BoxBody({ phase, host, onBrowse }: BoxBodyProps): ReactElement {
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
        {phase === 'ready' && <ReadyHeader id={id} onBrowse={onBrowse} />}
        {phase === 'ready' && <GuestExpiryNotice {...host} />}
        {phase === 'uploading' && <UploadingHeader id={id} onBrowse={onBrowse} />}
        {phase === 'uploading' && <PauseNotice />}
        {phase !== 'complete' && <KeepNotice />}
        {phase === 'uploading' && <UploadProgress />}
        {phase === 'complete' && <CompleteBody id={id} host={host} onBrowse={onBrowse} />}
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

function CompleteBody({ id, host, onBrowse }: Omit<BoxBodyProps, 'phase'> & { readonly id: string }): ReactElement {
  const outcome = useOutcome();
  const reportId = useId();
  return (
    <>
      <CompleteHeader id={id} reportId={reportId} outcome={outcome} onBrowse={onBrowse} />
      {outcome !== 'error' && <HostNotices {...host} />}
      <FailureReport id={reportId} />
      <EmbedCodes outcome={outcome} fallback={<div data-part="codes-loading" aria-busy="true" />} />
    </>
  );
}
