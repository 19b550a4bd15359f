'use client';
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useFormats, useLanguage, useMessages } from '../../react/LocaleProvider.js';
import { usePhase, useTotals, useUploaderState } from '../../react/useUploaderState.js';
import { useSecondsLeft } from '../../react/useSecondsLeft.js';
import { Icon } from '../Icon/Icon.js';
import { PanelContext, type Panel } from './PanelContext.js';

export interface UploaderButtonProps {
  /** `page`: the button floats in the page's corner, and only while there is something to tell. */
  readonly shape: 'button' | 'page';
  /** What opens below the button: the box. */
  readonly children: ReactNode;
}

/**
 * One button that says how it stands, with the box in a panel below. What is dragged over the page, dropped or pasted opens the panel; Esc closes it and stops
 * nothing. Renders a `<div>`.
 * @attr data-part="uploader-button" · "open-panel" · "panel"   @attr data-shape button | page   @attr data-phase empty | ready | uploading | complete
 */
export function UploaderButton({ shape, children }: UploaderButtonProps): ReactElement {
  const messages = useMessages();
  const language = useLanguage();
  const phase = usePhase();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const isOpen = usePanel(button, panel);
  const shown = usePanelShown(panel);
  return (
    <div {...language} data-part="uploader-button" data-shape={shape} data-phase={phase}>
      <button ref={button} type="button" data-part="open-panel" data-look="button" aria-expanded={isOpen} aria-haspopup="dialog">
        <ButtonWords />
      </button>
      <div ref={panel} data-part="panel" role="dialog" aria-label={messages['box.label']} popover="auto">
        <PanelContext.Provider value={shown}>{children}</PanelContext.Provider>
      </div>
    </div>
  );
}

function ButtonWords(): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const phase = usePhase();
  const { counts, fraction } = useTotals();
  const pause = useUploaderState((state) => state.pause);
  const failedCount = counts.failed + counts.unknown;
  if (phase === 'uploading') {
    if (pause?.reason === 'rateLimit' && pause.untilMs !== null) return <Continues untilMs={pause.untilMs} />;
    return (
      <>
        <Ring fraction={fraction} />
        {formats.percent(fraction)}
      </>
    );
  }
  if (phase === 'complete' && failedCount > 0) return <Said icon="alert" tone="danger" words={messages['button.failed'](failedCount)} />;
  if (phase === 'complete') return <Said icon="check" tone="success" words={messages['button.uploaded'](counts.uploaded)} />;
  return <Said icon="plus" words={phase === 'ready' ? messages['button.ready'](counts.ready) : messages['button.open']} />;
}

function Continues({ untilMs }: { readonly untilMs: number }): ReactElement {
  const messages = useMessages();
  return <Said icon="clock" tone="warning" words={messages['button.continuesIn'](useSecondsLeft(untilMs))} />;
}

interface SaidProps {
  readonly icon: 'alert' | 'check' | 'clock' | 'plus';
  readonly tone?: 'danger' | 'success' | 'warning';
  readonly words: string;
}

const Said = ({ icon, tone, words }: SaidProps): ReactElement => (
  <>
    <span data-part="button-icon" data-tone={tone}>
      <Icon name={icon} />
    </span>
    {words}
  </>
);

/** The words beside it say the same to who does not see it. */
function Ring({ fraction }: { readonly fraction: number }): ReactElement {
  const ring = useRef<SVGSVGElement>(null);
  useEffect(() => ring.current?.style.setProperty('--dl-fraction', String(fraction)), [fraction]);
  return (
    <svg ref={ring} data-part="ring" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle data-part="ring-track" cx="10" cy="10" r="7.5" />
      <circle data-part="ring-fill" cx="10" cy="10" r="7.5" pathLength="100" />
    </svg>
  );
}

/** Opens and closes by the platform's popover: the button toggles it, a press beside it and Esc close it. */
function usePanel(button: RefObject<HTMLButtonElement | null>, panel: RefObject<HTMLElement | null>): boolean {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const { current: opener } = button;
    const { current: element } = panel;
    if (!opener || !element) return;
    connect(opener, element);
    const onToggle = (event: Event): void => setOpen('newState' in event && event.newState === 'open');
    const place = (): void => placeBelow(element, opener);
    element.addEventListener('beforetoggle', place);
    element.addEventListener('toggle', onToggle);
    return () => {
      element.removeEventListener('beforetoggle', place);
      element.removeEventListener('toggle', onToggle);
    };
  }, [button, panel]);
  return isOpen;
}

/** Opens the panel for what comes into the box, by whatever way. */
function usePanelShown(panel: RefObject<HTMLElement | null>): Panel {
  const shown = useMemo(() => createPanel(panel), [panel]);
  const itemCount = useUploaderState((state) => state.ids.length);
  const lastCount = useRef(0);
  useEffect(() => {
    if (itemCount > lastCount.current) shown.open();
    lastCount.current = itemCount;
  }, [itemCount, shown]);
  return shown;
}

function createPanel(panel: RefObject<HTMLElement | null>): Panel {
  let isPeeking = false;
  const isOpen = (): boolean => !!panel.current?.matches(':popover-open');
  return {
    open() {
      isPeeking = false;
      if (!isOpen()) panel.current?.showPopover();
    },
    peek(isDragging) {
      if (isDragging ? isOpen() : !isPeeking) return;
      isPeeking = isDragging;
      panel.current?.togglePopover(isDragging);
    },
  };
}

/** By script, because React 18 knows no such property. */
function connect(button: HTMLButtonElement, panel: HTMLElement): void {
  button.popoverTargetElement = panel;
}

const GAP_PX = 8;

/** The style sheet keeps it on the screen; where it begins only the button knows. */
function placeBelow(panel: HTMLElement, button: HTMLElement): void {
  const { left, bottom, top } = button.getBoundingClientRect();
  const opensUp = bottom > innerHeight / 2;
  panel.style.setProperty('--_x', `${Math.round(left)}px`);
  panel.style.setProperty('--_y', `${Math.round(opensUp ? innerHeight - top + GAP_PX : bottom + GAP_PX)}px`);
  panel.toggleAttribute('data-up', opensUp);
}
