'use client';
import { useId, type ReactElement } from 'react';
import { formatNames } from '../../i18n/formatNames.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { useIsHydrated } from '../../react/useIsHydrated.js';
import { useIsTouch } from '../../react/useIsTouch.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { useIntake } from './IntakeContext.js';
import { MoreWays } from './MoreWays.js';
import { PlainForm } from './PlainForm.js';
import { Sentence } from '../Sentence/Sentence.js';

export interface DropAreaProps {
  /** Where a form posts to that stands here until the page's script has come. Default: there is none. */
  readonly formAction?: string | undefined;
}

/**
 * The empty box: what to do, one real button to choose files, and the limits. Renders a `<div>` with role `group`.
 * @attr data-part="drop-area" · "browse" · "limits"
 */
export function DropArea({ formAction }: DropAreaProps): ReactElement {
  const isHydrated = useIsHydrated();
  const messages = useMessages();
  const { browse, isDragging, draggedCount } = useIntake();
  const isTouch = useIsTouch();
  const headlineId = useId();
  const limitsId = useId();
  const checkingCount = useUploaderState((state) => state.checkingCount);
  const headline = isDragging ? messages['intake.dropToAdd'](draggedCount) : messages[isTouch ? 'intake.touchHeadline' : 'intake.headline'];
  const button = (look: 'button' | 'link', words: string): ReactElement => (
    <button type="button" data-part="browse" data-look={look} data-variant="primary" aria-describedby={limitsId} onClick={browse}>
      {words}
    </button>
  );
  return (
    <div data-part="drop-area" role="group" aria-labelledby={headlineId}>
      <Illustration />
      <div data-part="drop-text">
        <h2 data-part="headline" id={headlineId}>
          {headline}
        </h2>
        {checkingCount > 0 && <p data-part="note">{messages['intake.checking'](checkingCount)}</p>}
        {!isHydrated && formAction !== undefined && <PlainForm action={formAction} />}
        {(isHydrated || formAction === undefined) && !isTouch && checkingCount === 0 && (
          <p data-part="note">
            <Sentence parts={messages['intake.browse']} slots={{ browse: (words) => button('link', words) }} />
          </p>
        )}
      </div>
      <div data-part="actions">
        {isTouch && button('button', messages['intake.touchBrowse'])}
        <MoreWays />
      </div>
      <Limits id={limitsId} />
    </div>
  );
}

function Illustration(): ReactElement {
  return (
    <svg data-part="illustration" viewBox="0 0 72 60" aria-hidden="true" focusable="false">
      <rect x="4" y="18" width="34" height="26" rx="5" transform="rotate(-10 21 31)" />
      <rect x="34" y="18" width="34" height="26" rx="5" transform="rotate(10 51 31)" />
      <rect x="16" y="11" width="40" height="34" rx="6" />
      <path data-part="illustration-accent" fill="none" strokeWidth="2" d="M36 35V22M30.5 27 36 21.5l5.5 5.5" />
    </svg>
  );
}

/** What the host takes, in sight before anybody chooses. Empty until it is known, so that nothing moves when it comes. */
function Limits({ id }: { readonly id: string }): ReactElement {
  const messages = useMessages();
  const limits = useHostLimits();
  return (
    <p data-part="limits" id={id}>
      {limits ? (
        <>
          <span>{formatNames(limits.formats).join(' ')}</span>{' '}
          <span data-part="limit-size">{messages['intake.limits'](limits.maxBytes)}</span>
        </>
      ) : (
        '\u00a0'
      )}
    </p>
  );
}
