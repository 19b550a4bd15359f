'use client';
import { memo, useContext, useRef, type MouseEvent, type ReactElement } from 'react';
import { canEdit } from '../../journey/canEdit.js';
import { sizeBytesOf, type ItemId, type Preview, type UploadItem } from '../../journey/item.js';
import { locationOf } from '../../journey/withoutLocation.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useNearPreview } from '../../react/useNearPreview.js';
import { useUploadItem, useUploaderState } from '../../react/useUploaderState.js';
import { FileName } from '../FileName/FileName.js';
import { Icon, type IconName } from '../Icon/Icon.js';
import { GridContext } from '../QueueGrid/GridContext.js';
import { ProgressBar } from '../ProgressBar/ProgressBar.js';
import { TileOverlay } from './TileOverlay.js';
import { TileStatus } from './TileStatus.js';

export interface QueueTileProps {
  readonly id: ItemId;
  /** The place in the whole list, from 1, and how long that is: only a part of it may be drawn. */
  readonly position?: number;
  readonly setSize?: number;
}

/**
 * One file in the queue: picture, name, how it stands, what can be done. Re-renders only when its own item changes. Renders an `<li>`.
 * @attr data-part="tile" · "edit" · "select" · "cancel" · "remove" · "retry"   @attr data-status the item's `status`
 * @attr data-selected   @attr data-drop before | after, where a dragged tile would go
 */
export const QueueTile = memo(function QueueTile({ id, position, setSize }: QueueTileProps): ReactElement | null {
  const item = useUploadItem(id);
  const grid = useContext(GridContext);
  const element = useRef<HTMLLIElement>(null);
  useNearPreview(element, id);
  if (!item) return null;
  const tabIndex = grid && grid.currentId !== id ? -1 : undefined;
  return (
    <li
      ref={element}
      data-part="tile"
      data-item={id}
      data-status={item.status}
      data-selected={grid?.selectedIds.has(id) || undefined}
      data-drop={grid?.drop?.id === id ? grid.drop.side : undefined}
      draggable={grid !== null}
      aria-label={item.source.name}
      aria-posinset={position}
      aria-setsize={setSize}
    >
      <TileMedia item={item} tabIndex={tabIndex} />
      <TileBadges item={item} />
      <TileProgress item={item} />
      <TileOverlay item={item} tabIndex={tabIndex} />
      <span data-part="tile-name" title={item.source.kind === 'file' ? item.source.path : undefined}>
        <FileName name={item.source.name} />
      </span>
      <TileStatus item={item} />
      {grid && <TileSelect item={item} tabIndex={tabIndex} />}
      <TileAction item={item} tabIndex={tabIndex} />
    </li>
  );
});

interface TilePartProps {
  readonly item: UploadItem;
  /** Tab leads to the controls of one tile of a grid. */
  readonly tabIndex: -1 | undefined;
}

function TileMedia({ item, tabIndex }: TilePartProps): ReactElement {
  const messages = useMessages();
  const grid = useContext(GridContext);
  const { preview } = item;
  // Whoever speaks the words they see has to be understood.
  const named = (words: string): string => (preview.status === 'undecodable' ? `${words} · ${messages['tile.noPreview']}` : words);
  const common = { 'data-look': 'tile-media', children: <TilePicture preview={preview} /> } as const;
  const control = { ...common, 'data-main': '', tabIndex } as const;
  const viewerUrl = item.status === 'uploaded' ? item.image?.viewerUrl : undefined;
  if (viewerUrl !== undefined) {
    const label = named(messages['tile.open'](item.source.name));
    return (
      <a
        {...control}
        data-part="tile-media"
        draggable={false}
        href={viewerUrl}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={label}
      />
    );
  }
  if (!grid?.onEdit || !canEdit(item)) return <span {...common} data-part="tile-media" />;
  const { onEdit, onSelect } = grid;
  const onClick = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
    if (shiftKey || ctrlKey || metaKey) onSelect(item.id, shiftKey ? 'range' : 'one');
    else onEdit(item.id);
  };
  return (
    <button {...control} type="button" data-part="edit" aria-label={named(messages['tile.edit'](item.source.name))} onClick={onClick} />
  );
}

function TilePicture({ preview }: { readonly preview: Preview }): ReactElement {
  const messages = useMessages();
  if (preview.status === 'made') return <img data-part="tile-preview" src={preview.url} alt="" draggable={false} />;
  return (
    <span data-part="tile-placeholder" data-status={preview.status}>
      {preview.status === 'undecodable' && (
        <>
          <Icon name="images" />
          {messages['tile.noPreview']}
        </>
      )}
    </span>
  );
}

function TileBadges({ item }: { readonly item: UploadItem }): ReactElement | null {
  const formats = useFormats();
  const messages = useMessages();
  const location = useUploaderState((state) => (state.removesLocation && item.status !== 'uploaded' ? locationOf(item) : null));
  const durationSeconds = item.preview.status === 'made' ? item.preview.durationSeconds : 0;
  const isCustomized = Object.keys(item.options).length > 0 && item.status !== 'uploaded';
  if (durationSeconds === 0 && location === null && !isCustomized) return null;
  return (
    <>
      {durationSeconds > 0 && (
        <span data-part="tile-play">
          <Icon name="play" />
        </span>
      )}
      <span data-part="tile-badges">
        {durationSeconds > 0 && (
          <span data-part="badge" data-kind="duration">
            {formats.clock(durationSeconds)}
          </span>
        )}
        {isCustomized && <IconBadge kind="customized" icon="edit" words={messages['tile.customized']} />}
        {location && (
          <IconBadge
            kind={`location-${location}`}
            icon={location === 'removed' ? 'noPlace' : 'place'}
            words={messages[location === 'removed' ? 'tile.locationRemoved' : 'tile.locationKept']}
          />
        )}
      </span>
    </>
  );
}

interface IconBadgeProps {
  readonly kind: string;
  readonly icon: IconName;
  readonly words: string;
}

const IconBadge = ({ kind, icon, words }: IconBadgeProps): ReactElement => (
  <span data-part="badge" data-kind={kind} title={words}>
    <Icon name={icon} size="s" />
    <span data-part="visually-hidden">{words}</span>
  </span>
);

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

function TileSelect({ item, tabIndex }: TilePartProps): ReactElement | null {
  const messages = useMessages();
  const grid = useContext(GridContext);
  if (!grid) return null;
  return (
    <label data-part="tile-select">
      <input
        form=""
        type="checkbox"
        data-part="select"
        data-look="check"
        tabIndex={tabIndex}
        aria-label={messages['tile.select'](item.source.name)}
        checked={grid.selectedIds.has(item.id)}
        onChange={({ nativeEvent }) => grid.onSelect(item.id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey ? 'range' : 'one')}
      />
    </label>
  );
}

function TileAction({ item, tabIndex }: TilePartProps): ReactElement | null {
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
          tabIndex={tabIndex}
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
          tabIndex={tabIndex}
          aria-label={messages['tile.remove'](source.name)}
          onClick={() => uploader.remove(id)}
        >
          <Icon name="close" size="s" />
        </button>
      );
  }
}
