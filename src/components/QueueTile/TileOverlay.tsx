'use client';
import type { ReactElement } from 'react';
import type { UploadItem } from '../../journey/item.js';
import { canRetry } from '../../journey/upload/canRetry.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { Icon } from '../Icon/Icon.js';

export interface TileOverlayProps {
  readonly item: UploadItem;
  readonly tabIndex: -1 | undefined;
}

/** What a person can do about a file that did not get there, over its picture. Renders a `<span>`, or nothing. */
export function TileOverlay({ item, tabIndex }: TileOverlayProps): ReactElement | null {
  const messages = useMessages();
  const uploader = useUploader();
  if (!canRetry(item)) return null;
  const isCancelled = item.status === 'cancelled';
  return (
    <span data-part="tile-overlay">
      <button
        type="button"
        data-part="retry"
        data-look="button"
        data-size="s"
        tabIndex={tabIndex}
        aria-label={messages[isCancelled ? 'tile.addAgainName' : 'tile.retryName'](item.source.name)}
        onClick={() => uploader.retry(item.id)}
      >
        <Icon name="retry" size="s" />
        {messages[isCancelled ? 'tile.addAgain' : 'tile.retry']}
      </button>
    </span>
  );
}
