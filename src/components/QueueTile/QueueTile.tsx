'use client';
import { memo, type MouseEvent, type ReactElement } from 'react';
import { sizeBytesOf, type ItemId, type UploadItem } from '../../journey/item.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useUploadItem } from '../../react/useUploaderState.js';
import { FileName } from '../FileName/FileName.js';
import { Icon } from '../Icon/Icon.js';
import { ProgressBar } from '../ProgressBar/ProgressBar.js';
import { TileOverlay } from './TileOverlay.js';
import { TileStatus } from './TileStatus.js';

export interface QueueTileProps {
  readonly id: ItemId;
}

/**
 * One file in the queue: picture, name, how it stands, what can be done. Re-renders only when its own item changes. Renders an `<li>`.
 * @attr data-part="tile"   @attr data-status the item's `status`
 */
export const QueueTile = memo(function QueueTile({ id }: QueueTileProps): ReactElement | null {
  const item = useUploadItem(id);
  if (!item) return null;
  return (
    <li data-part="tile" data-status={item.status} aria-label={item.source.name}>
      <TileMedia item={item} />
      <TileBadges item={item} />
      <TileProgress item={item} />
      <TileOverlay item={item} />
      <span data-part="tile-name">
        <FileName name={item.source.name} />
      </span>
      <TileStatus item={item} />
      <TileAction item={item} />
    </li>
  );
});

function TileMedia({ item }: { readonly item: UploadItem }): ReactElement {
  const messages = useMessages();
  const { preview } = item;
  const picture =
    preview.status === 'made' ? (
      <img data-part="tile-preview" src={preview.url} alt="" draggable={false} />
    ) : (
      <span data-part="tile-placeholder" data-status={preview.status}>
        {preview.status === 'undecodable' && (
          <>
            <Icon name="images" />
            {messages['tile.noPreview']}
          </>
        )}
      </span>
    );
  const viewerUrl = item.status === 'uploaded' ? item.image?.viewerUrl : undefined;
  if (viewerUrl === undefined) return <span data-part="tile-media">{picture}</span>;
  return (
    <a
      data-part="tile-media"
      href={viewerUrl}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={messages['tile.open'](item.source.name)}
    >
      {picture}
    </a>
  );
}

function TileBadges({ item }: { readonly item: UploadItem }): ReactElement | null {
  const formats = useFormats();
  if (item.preview.status !== 'made' || item.preview.durationSeconds === 0) return null;
  return (
    <>
      <span data-part="tile-play">
        <Icon name="play" />
      </span>
      <span data-part="tile-badges">
        <span data-part="badge" data-kind="duration">
          {formats.clock(item.preview.durationSeconds)}
        </span>
      </span>
    </>
  );
}

function TileProgress({ item }: { readonly item: UploadItem }): ReactElement | null {
  const messages = useMessages();
  const { source } = item;
  const label = messages['tile.progress'](source.name);
  if (item.status === 'processing')
    return <ProgressBar part="tile-progress" fraction={null} label={label} valueText={messages['tile.processing']} />;
  if (item.status !== 'uploading') return null;
  const sizeBytes = sizeBytesOf(source);
  const fraction = item.sentBytes / Math.max(1, sizeBytes);
  const valueText = messages['tile.uploading']({ fraction, sentBytes: item.sentBytes, sizeBytes });
  return <ProgressBar part="tile-progress" fraction={fraction} label={label} valueText={valueText} />;
}

/** Before the focused button goes away with its tile, the focus moves to the neighbour. */
function focusNeighbour({ currentTarget }: MouseEvent): void {
  const tile = currentTarget.closest('li');
  const neighbour = tile?.nextElementSibling ?? tile?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>('button, a')?.focus();
}

function TileAction({ item }: { readonly item: UploadItem }): ReactElement | null {
  const messages = useMessages();
  const uploader = useUploader();
  const { id, source } = item;
  switch (item.status) {
    case 'rejected':
    case 'uploaded':
      return null;
    case 'queued':
    case 'waiting':
    case 'uploading':
    case 'processing':
      return (
        <button
          type="button"
          data-part="cancel"
          data-look="tile-action"
          aria-label={messages['tile.cancel'](source.name)}
          onClick={() => uploader.cancel(id)}
        >
          <Icon name="close" size="s" />
        </button>
      );
    default:
      return (
        <button
          type="button"
          data-part="remove"
          data-look="tile-action"
          aria-label={messages['tile.remove'](source.name)}
          onClick={(event) => {
            focusNeighbour(event);
            uploader.remove(id);
          }}
        >
          <Icon name="close" size="s" />
        </button>
      );
  }
}
