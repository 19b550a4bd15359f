'use client';
import { useCallback, useContext, useEffect, useMemo, useState, type ReactElement, type ReactNode, type SyntheticEvent } from 'react';
import type { Album } from '../../api/contract.js';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import { hasLinks } from '../../journey/intake/readSources.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { useLanguage, useMessages } from '../../react/LocaleProvider.js';
import { useLeaveGuard } from '../../react/useLeaveGuard.js';
import { usePhase, useUploaderState } from '../../react/useUploaderState.js';
import { Announcer } from '../Announcer/Announcer.js';
import { DropOverlay } from '../DropZone/DropOverlay.js';
import { IntakeContext, type Intake } from '../DropZone/IntakeContext.js';
import { useBoxDrop } from '../DropZone/useBoxDrop.js';
import { usePaste } from '../DropZone/usePaste.js';
import { useTakeIn } from '../DropZone/useTakeIn.js';
import type { Insertion } from '../EmbedCodes/InsertButton.js';
import type { AccountLinks } from '../HostNotices/HostNotices.js';
import { BoxBody } from './BoxBody.js';
import { PanelContext } from './PanelContext.js';
import { UrlDialog } from './parts.js';
import { useKeptFocus } from './useKeptFocus.js';

/** What the app knows of its host, and the host does not tell. */
export interface HostProps {
  /** Where guests sign up and in, instead of the host's own pages; null takes a link away. */
  readonly accountLinks?: AccountLinks;
  /** Albums to choose from where the host cannot list them. */
  readonly albums?: readonly Album[];
  /** Codes of the app's own beside links, HTML, Markdown and BBCode. Keep the array from render to render. */
  readonly embedTemplates?: readonly EmbedTemplate[];
  /** Shows a button that hands the chosen codes to the app. */
  readonly insertion?: Insertion | undefined;
}

export interface UploaderBoxProps extends HostProps {
  /** Whether the box also takes what is dropped or pasted beside it; of several boxes the first does. Default `page`. */
  readonly dropScope?: 'box' | 'page';
  /** A form cannot stand in a form: says that there is one around, so that the box brings none for those whose script has not come. Default false. */
  readonly isInForm?: boolean;
  /** Parts of your choice instead of all of them: the box still takes drops and pastes, keeps the focus and speaks to screen readers. */
  readonly children?: ReactNode;
}

const PAUSED = { person: 'person', rateLimit: 'rate-limit', offline: 'offline' } as const;

/**
 * The box inside an `<UploaderProvider>`. Renders a `<section>`.
 * @attr data-part="uploader"   @attr data-phase empty | ready | uploading | complete
 * @attr data-dragging while something is dragged that the box would take   @attr data-paused person | rate-limit | offline
 */
export function UploaderBox({ dropScope = 'page', isInForm = false, children, ...host }: UploaderBoxProps): ReactElement {
  const messages = useMessages();
  const language = useLanguage();
  const phase = usePhase();
  const pauseReason = useUploaderState((state) => state.pause?.reason);
  const limits = useHostLimits();
  const canUseUrls = limits?.canUploadUrls ?? false;
  const panel = useContext(PanelContext);
  const takeIn = useTakeIn(canUseUrls, panel.open);
  const urls = useUrlDialog(canUseUrls, panel.open);
  const drop = useBoxDrop({ onGiven: takeIn, dropScope, formats: limits?.formats, canUseUrls });
  usePaste(drop.boxRef, { onGiven: takeIn, onText: urls.onText });
  useLeaveGuard();
  useKeptFocus(drop.boxRef, phase);
  const { open: browse, isDragging, draggedCount } = drop;
  useEffect(() => panel.peek(isDragging), [panel, isDragging]);
  const { open: openUrls } = urls;
  const intake = useMemo<Intake>(
    () => ({ browse, takeIn, openUrls, isDragging, draggedCount }),
    [browse, takeIn, openUrls, isDragging, draggedCount],
  );
  return (
    <section
      {...drop.getBoxProps({ role: 'region', tabIndex: undefined })}
      {...language}
      data-part="uploader"
      data-phase={phase}
      data-dragging={isDragging || undefined}
      data-paused={pauseReason && PAUSED[pauseReason]}
      aria-label={messages['box.label']}
      onChange={keepInside}
      onInput={keepInside}
    >
      <IntakeContext.Provider value={intake}>
        <input {...drop.getInputProps()} form="" data-part="file-input" aria-label={messages['intake.addFiles']} />
        {children ?? <BoxBody {...host} isInForm={isInForm} />}
        {phase !== 'empty' && <DropOverlay />}
        {urls.text !== null && <UrlDialog text={urls.text} onAdd={takeIn} onClose={urls.close} />}
        <Announcer />
      </IntakeContext.Provider>
    </section>
  );
}

/** What is chosen and typed in the box is no change of the app's form around it. */
const keepInside = (event: SyntheticEvent): void => event.stopPropagation();

/** The dialog for links: opened by its button, and by pasted text that has links in it. */
function useUrlDialog(canUseUrls: boolean, onOpen: () => void) {
  const [text, setText] = useState<string | null>(null);
  const onText = useCallback(
    (pasted: string) => {
      if (!canUseUrls || !hasLinks(pasted)) return;
      onOpen(); // a dialog in a closed panel would be nothing to see, with the page inert behind it
      setText(pasted);
    },
    [canUseUrls, onOpen],
  );
  const open = useCallback(() => setText(''), []);
  return { text, onText, open: canUseUrls ? open : undefined, close: useCallback(() => setText(null), []) };
}
