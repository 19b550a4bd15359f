'use client';
import { useRef, useState, type DragEvent } from 'react';
import type { ItemId } from '../../journey/item.js';
import { useUploader } from '../../react/UploaderContext.js';
import type { GridContextValue } from './GridContext.js';
import { placeOf } from './selection.js';
import { idOfTile } from './tileOf.js';

/** Marks a drag as one of our tiles, so that nobody takes it for files. */
const TILE_TYPE = 'application/x-dropline-tile';

/** Tiles are put in order by dragging them: all that are selected when one of them is dragged. */
export function useGridDrag(selectedIds: ReadonlySet<ItemId>, isRightToLeft: () => boolean) {
  const uploader = useUploader();
  /** Not a state: the first events of a drag may come before anything is drawn anew. */
  const moved = useRef<ReadonlySet<ItemId> | null>(null);
  const [drop, setDrop] = useState<GridContextValue['drop']>(null);
  const end = (): void => {
    moved.current = null;
    setDrop(null);
  };
  /** A tile that was scrolled out of sight meanwhile does not say that its drag has ended: what is dragged now may be files. */
  const isTile = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(TILE_TYPE);

  const dropAt = ({ target, clientX }: DragEvent): GridContextValue['drop'] => {
    const id = idOfTile(target);
    const tile = target instanceof Element ? target.closest('[data-item]') : null;
    if (id === null || !tile || moved.current?.has(id)) return null;
    const { left, width } = tile.getBoundingClientRect();
    const isRight = clientX > left + width / 2;
    return { id, side: isRight === isRightToLeft() ? 'before' : 'after' };
  };

  return {
    drop,
    listProps: {
      onDragStart(event: DragEvent) {
        const id = idOfTile(event.target);
        if (id === null) return;
        event.dataTransfer.setData(TILE_TYPE, id);
        event.dataTransfer.effectAllowed = 'move';
        moved.current = selectedIds.has(id) ? selectedIds : new Set([id]);
      },
      onDragOver(event: DragEvent) {
        if (!moved.current || !isTile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'move';
        const next = dropAt(event);
        setDrop((before) => (before?.id === next?.id && before?.side === next?.side ? before : next));
      },
      onDrop(event: DragEvent) {
        if (!moved.current || !isTile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        const at = dropAt(event);
        const place = at && placeOf(moved.current, at.id, at.side, uploader.getState().ids);
        if (place) uploader.reorder(place.ids, place.toIndex);
        end();
      },
      onDragEnd: end,
    },
  };
}
