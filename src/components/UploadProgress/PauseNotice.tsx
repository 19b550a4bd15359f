'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useSecondsLeft } from '../../react/useSecondsLeft.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { Icon } from '../Icon/Icon.js';

/** Why the whole queue stands still, once and in sight, with the time it goes on. Renders a `<div>`, or nothing. */
export function PauseNotice(): ReactElement | null {
  const messages = useMessages();
  const pause = useUploaderState((state) => state.pause);
  if (!pause || pause.reason === 'person') return null;
  const isOffline = pause.reason === 'offline';
  return (
    <div
      data-part="notice"
      data-look="notice"
      data-kind={isOffline ? 'offline' : 'rate-limit'}
      data-tone={isOffline ? 'neutral' : 'warning'}
    >
      <Icon name={isOffline ? 'offline' : 'clock'} />
      <div data-part="notice-text">
        {isOffline && <p>{messages['upload.offline']}</p>}
        {pause.reason === 'rateLimit' &&
          (pause.untilMs === null ? <p>{messages['upload.rateLimitedLong']}</p> : <Countdown untilMs={pause.untilMs} />)}
      </div>
    </div>
  );
}

function Countdown({ untilMs }: { readonly untilMs: number }): ReactElement {
  const messages = useMessages();
  return <p data-part="countdown">{messages['upload.rateLimited'](useSecondsLeft(untilMs))}</p>;
}
