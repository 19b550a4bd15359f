'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { Icon } from '../Icon/Icon.js';

/** That the queue does not survive a reload although it should, and why. Renders a `<div>`, or nothing. */
export function KeepNotice(): ReactElement | null {
  const messages = useMessages();
  const keeping = useUploaderState((state) => state.keeping);
  if (keeping.status !== 'stopped') return null;
  return (
    <div data-part="notice" data-look="notice" data-kind="not-kept" data-tone="neutral">
      <Icon name="warn" />
      <p data-part="notice-text">{messages[`keep.${keeping.reason}`]}</p>
    </div>
  );
}
