'use client';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Album } from '../../api/contract.js';
import { errorText } from '../../i18n/errorText.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useFiling, type FilingControl } from '../../react/useFiling.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { useUploader } from '../../react/UploaderContext.js';
import { Icon } from '../Icon/Icon.js';
import { lazyPart } from '../lazyPart/lazyPart.js';
import { Sentence } from '../Sentence/Sentence.js';
import type { AlbumDialogProps, AlbumMode } from './AlbumDialog.js';
import { FiledLine } from './FiledLine.js';

const AlbumDialog = lazyPart<AlbumDialogProps>(async () => (await import('./AlbumDialog.js')).AlbumDialog);

export interface AlbumPromptProps {
  /** Albums to choose from where the host cannot list them. */
  readonly albums?: readonly Album[];
}

const NO_ALBUMS: readonly Album[] = [];

/**
 * Where the files just uploaded lie, the way into an album, and what of it did not work. Renders a `<div>`; for guests, for hosts without albums and before anything
 * is stored, nothing.
 * @attr data-part="album-prompt" · "create-album" · "move-to-album" · "retry-filing"   @attr data-filing none | filing | filed | failed
 */
export function AlbumPrompt({ albums = NO_ALBUMS }: AlbumPromptProps): ReactElement | null {
  const filing = useFiling();
  const isMember = useIsMember();
  const prompt = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<AlbumMode | null>(null);
  const { createAlbum, moveToAlbum } = useUploader().client;
  const canFile = createAlbum !== undefined || moveToAlbum !== undefined;
  useFocusAfterDialog(prompt, mode !== null);
  if (!isMember || filing.fileCount === 0 || (!canFile && filing.filed.length === 0)) return null;
  const state = stateOf(filing);
  return (
    <div ref={prompt} tabIndex={-1} data-part="album-prompt" data-look="notice" data-filing={state} data-tone={TONES[state]}>
      <Icon name={state === 'failed' ? 'warn' : 'images'} />
      <div data-part="notice-text" role="status">
        <FilingLines filing={filing} albums={albums} />
        {canFile && filing.openIds.length > 0 && <Offer onOpen={setMode} />}
      </div>
      {state === 'failed' && (
        <RetryButton
          onRetry={() => {
            prompt.current?.focus();
            void filing.retry();
          }}
        />
      )}
      {mode !== null && <AlbumDialog mode={mode} filing={filing} albums={albums} onMode={setMode} onClose={() => setMode(null)} />}
    </div>
  );
}

const TONES = { none: 'accent', filing: 'accent', filed: 'success', failed: 'warning' } as const;

/** What opened the dialog may be gone when it closes, since its files are in an album now. */
function useFocusAfterDialog(prompt: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) prompt.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, prompt]);
}

function stateOf({ filing, failed, filed, openIds }: FilingControl): keyof typeof TONES {
  if (filing) return 'filing';
  if (failed) return 'failed';
  return filed.length > 0 && openIds.length === 0 ? 'filed' : 'none';
}

/** A client that cannot tell who is there is a page of the host's own; one that can, but did not, may have no way to albums. */
function useIsMember(): boolean {
  const { client } = useUploader();
  const limits = useHostLimits();
  return limits ? limits.account.kind === 'member' : !client.limits;
}

function FilingLines({ filing, albums }: { readonly filing: FilingControl; readonly albums: readonly Album[] }): ReactElement {
  const messages = useMessages();
  const { fileCount, filed, failed, openIds, withoutLinkCount } = filing;
  return (
    <>
      {filed.map((group) => (
        <FiledLine key={group.albumId} group={group} isAll={group.fileCount === fileCount} albums={albums} />
      ))}
      {filing.filing && <p>{messages['album.filing'](filing.filing)}</p>}
      {failed && (
        <p>
          {messages['album.failed'](failed)} {errorText(failed.error, messages).cause}
        </p>
      )}
      {!failed && filed.length === 0 && openIds.length > 0 && (
        <p>
          <Sentence parts={messages['album.added'](messages['album.account'])} slots={{}} />
        </p>
      )}
      {withoutLinkCount > 0 && <p>{messages['album.withoutLink'](withoutLinkCount)}</p>}
    </>
  );
}

function Offer({ onOpen }: { readonly onOpen: (mode: AlbumMode) => void }): ReactElement {
  const messages = useMessages();
  const { createAlbum, moveToAlbum } = useUploader().client;
  const opener = (mode: AlbumMode, part: string) => (words: string) => (
    <button type="button" data-part={part} data-look="link" onClick={() => onOpen(mode)}>
      {words}
    </button>
  );
  return (
    <p>
      <Sentence
        parts={messages['album.offer']}
        slots={{
          create: createAlbum && opener('new', 'create-album'),
          move: moveToAlbum && opener('existing', 'move-to-album'),
        }}
      />
    </p>
  );
}

function RetryButton({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const messages = useMessages();
  return (
    <div data-part="actions">
      <button type="button" data-part="retry-filing" data-look="button" data-size="s" onClick={onRetry}>
        <Icon name="retry" size="s" />
        {messages['tile.retry']}
      </button>
    </div>
  );
}
