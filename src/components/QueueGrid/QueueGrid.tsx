'use client';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { UploaderState } from '../../journey/state.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { QueueTile } from '../QueueTile/QueueTile.js';

const tileIdsKey = ({ ids, byId }: UploaderState): string => ids.filter((id) => byId[id]?.status !== 'rejected').join(' ');

export interface QueueGridProps {
  /** Stands after the last tile: usually the button that adds more. */
  readonly children?: ReactNode;
}

/**
 * The files as tiles, refused ones left out. Re-renders when tiles come or go, not with progress. Renders a `<ul>`.
 * @attr data-part="queue"
 */
export function QueueGrid({ children }: QueueGridProps): ReactElement {
  const messages = useMessages();
  const key = useUploaderState(tileIdsKey);
  const ids = useMemo(() => (key === '' ? [] : (key.split(' ') as UploaderState['ids'])), [key]);
  return (
    <ul data-part="queue" aria-label={messages['queue.label'](ids.length)}>
      {ids.map((id) => (
        <QueueTile key={id} id={id} />
      ))}
      {children && <li data-part="queue-end">{children}</li>}
    </ul>
  );
}
