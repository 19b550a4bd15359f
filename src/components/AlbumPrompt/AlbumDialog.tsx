'use client';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Album } from '../../api/contract.js';
import { errorText } from '../../i18n/errorText.js';
import type { FilingTarget } from '../../journey/album/createFiler.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useAlbums } from '../../react/useAlbums.js';
import type { FilingControl } from '../../react/useFiling.js';
import { useUploader } from '../../react/UploaderContext.js';
import type { AnyUploadError } from '../../shared/UploadError.js';
import { Dialog } from '../Dialog/Dialog.js';
import { Choices } from '../EmbedCodes/Choices.js';
import { Icon } from '../Icon/Icon.js';
import { AlbumPicker } from './AlbumPicker.js';
import { NewAlbumFields } from './NewAlbumFields.js';
import { useAlbumDraft } from './useAlbumDraft.js';

export type AlbumMode = 'new' | 'existing';

export interface AlbumDialogProps {
  readonly mode: AlbumMode;
  readonly filing: FilingControl;
  /** Where the host cannot list them. */
  readonly albums: readonly Album[];
  readonly onMode: (mode: AlbumMode) => void;
  readonly onClose: () => void;
}

/**
 * Makes an album of the files just uploaded, or moves them into one that is there. What the host refuses is said here, and nothing that was typed is lost. Closes by
 * itself when files are in the album. Renders a `<dialog>`.
 * @attr data-part="album-name" · "album-description" · "privacy" · "album-password" · "album-parent" · "album-search" · "album-list" · "cancel" · "submit"
 */
export function AlbumDialog({ mode, filing, albums, onMode, onClose }: AlbumDialogProps): ReactElement {
  const messages = useMessages();
  const draft = useAlbumDraft();
  const [chosen, setChosen] = useState<Album | null>(null);
  const { error, isBusy, fileCount, send } = useFileInto(filing, onClose);
  const listed = useAlbums().albums ?? albums;
  const change = (next: AlbumMode): void => {
    setChosen(null); // the list begins anew
    onMode(next);
  };
  const submit = (): void => {
    if (isBusy) return;
    const target = mode === 'new' ? draft.check() : chosen;
    if (target) send('id' in target ? { kind: 'existing', album: target } : { kind: 'new', draft: target });
  };
  return (
    <Dialog
      title={messages['album.title']}
      onClose={onClose}
      onSubmit={submit}
      footer={<AlbumFooter mode={mode} canSubmit={!isBusy && (mode === 'new' || chosen !== null)} onCancel={onClose} onSubmit={submit} />}
    >
      <p data-part="note">{messages['album.justUploaded'](fileCount)}</p>
      <ModeChoice mode={mode} onMode={change} />
      {mode === 'new' ? (
        <NewAlbumFields draft={draft} albums={listed} />
      ) : (
        <AlbumPicker albums={albums} chosenId={chosen?.id ?? null} onChoose={setChosen} />
      )}
      <div data-part="album-error" role="alert">
        {error && <FilingError error={error} />}
      </div>
    </Dialog>
  );
}

/** Stays open where nothing could be filed; else the box tells the rest. What the person has closed meanwhile closes nothing more. */
function useFileInto({ fileInto, openIds }: FilingControl, onClose: () => void) {
  const [error, setError] = useState<AnyUploadError | null>(null);
  const [sentCount, setSentCount] = useState<number | null>(null);
  const isOpen = useIsMounted();
  const send = (target: FilingTarget): void => {
    setSentCount(openIds.length);
    setError(null);
    void fileInto(target).then((report) => {
      if (!isOpen.current) return;
      setSentCount(null);
      if (report.error && report.filedCount === 0) setError(report.error);
      else onClose();
    });
  };
  return { error, isBusy: sentCount !== null, fileCount: sentCount ?? openIds.length, send };
}

function useIsMounted(): { readonly current: boolean } {
  const isMounted = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => void (isMounted.current = false);
  }, []);
  return isMounted;
}

function ModeChoice({ mode, onMode }: Pick<AlbumDialogProps, 'mode' | 'onMode'>): ReactElement {
  const messages = useMessages();
  const { createAlbum, moveToAlbum } = useUploader().client;
  return (
    <Choices
      look="segments"
      legend={messages['album.title']}
      choices={[
        { id: 'new', label: messages['album.new'], isAvailable: createAlbum !== undefined },
        { id: 'existing', label: messages['album.existing'], isAvailable: moveToAlbum !== undefined },
      ]}
      chosenId={mode}
      onChoose={(id) => onMode(id === 'new' ? 'new' : 'existing')}
    />
  );
}

function FilingError({ error }: { readonly error: AnyUploadError }): ReactElement {
  const messages = useMessages();
  return (
    <div data-part="notice" data-look="notice" data-tone="danger">
      <Icon name="alert" />
      <p data-part="notice-text">
        <span>
          {messages['album.refused']} {errorText(error, messages).cause}
        </span>
      </p>
    </div>
  );
}

interface AlbumFooterProps {
  readonly mode: AlbumMode;
  readonly canSubmit: boolean;
  readonly onCancel: () => void;
  readonly onSubmit: () => void;
}

function AlbumFooter({ mode, canSubmit, onCancel, onSubmit }: AlbumFooterProps): ReactElement {
  const messages = useMessages();
  return (
    <div data-part="actions">
      <button type="button" data-part="cancel" data-look="button" data-variant="quiet" onClick={onCancel}>
        {messages['album.cancel']}
      </button>
      <button
        type="button"
        data-part="submit"
        data-look="button"
        data-variant="primary"
        aria-disabled={!canSubmit || undefined}
        onClick={() => canSubmit && onSubmit()}
      >
        {messages[mode === 'new' ? 'album.create' : 'album.move']}
      </button>
    </div>
  );
}
