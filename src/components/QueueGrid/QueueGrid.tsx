'use client';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { ItemId } from '../../journey/item.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useListedIds } from '../../react/useListedIds.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { QueueTile } from '../QueueTile/QueueTile.js';
import { GridContext, type GridContextValue } from './GridContext.js';
import { SelectionBar } from './SelectionBar.js';
import { useGridDrag } from './useGridDrag.js';
import { useGridFocus } from './useGridFocus.js';
import { useGridKeys } from './useGridKeys.js';
import { useGridSelection } from './useGridSelection.js';
import { VirtualTiles } from './lazyVirtualTiles.js';
import type { VirtualTilesHandle } from './VirtualTiles.js';

/** More tiles than this are drawn only where they are seen; what does that is loaded then. */
const VIRTUAL_FROM = 48;

export interface QueueGridProps {
  /** A person wants to say something about one file. Without it pictures are no buttons. */
  readonly onEdit?: (id: ItemId) => void;
}

/**
 * The files as tiles, refused ones left out: led through by the arrow keys, selected, put in order. Re-renders when tiles come or go, not with progress.
 * Renders a `<ul>`.
 * @attr data-part="queue"   @attr data-virtual while only the tiles in sight are drawn
 */
export function QueueGrid({ onEdit }: QueueGridProps): ReactElement {
  const messages = useMessages();
  const [list, drawnList] = useElement<HTMLUListElement>();
  const virtual = useRef<VirtualTilesHandle>(null);
  const ids = useListedIds();
  const selection = useGridSelection(ids);
  const reveal = useCallback((index: number) => virtual.current?.reveal(index), []);
  const focus = useGridFocus({ list, ids, isSelecting: selection.ids.size > 0 }, reveal);
  const keys = useGridKeys({ list, ids, focus, selection });
  const drag = useGridDrag(selection.ids, () => list.current !== null && getComputedStyle(list.current).direction === 'rtl');
  const isVirtual = useIsLong(ids.length);

  const { currentId } = focus;
  const value = useMemo<GridContextValue>(
    () => ({
      currentId,
      selectedIds: selection.ids,
      onSelect: (id, how) => (how === 'range' ? selection.extendTo(id) : selection.toggle(id)),
      onEdit,
      drop: drag.drop,
    }),
    [currentId, selection, onEdit, drag.drop],
  );
  const tile = (id: ItemId, at: number): ReactElement => <QueueTile key={id} id={id} position={at + 1} setSize={ids.length} />;
  return (
    <GridContext.Provider value={value}>
      {/* The keys work on the buttons inside, and on the list when the one that had the focus is scrolled away. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div data-part="queue-area" onFocus={focus.onFocus} onBlur={focus.onBlur}>
        {selection.ids.size > 0 && <SelectionBar order={ids} selection={selection} />}
        {/* It acts for the tile that the focus is on, also while that is not drawn. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul
          ref={list}
          data-part="queue"
          data-virtual={isVirtual || undefined}
          data-selecting={selection.ids.size > 0 || undefined}
          tabIndex={-1}
          aria-label={messages['queue.label'](ids.length)}
          onKeyDown={keys.onKeyDown}
          {...drag.listProps}
        >
          {isVirtual ? (
            <VirtualTiles
              handle={virtual}
              list={drawnList}
              ids={ids}
              tile={tile}
              onDrawn={focus.settle}
              fallback={ids.slice(0, VIRTUAL_FROM / 2).map(tile)}
            />
          ) : (
            ids.map(tile)
          )}
        </ul>
      </div>
    </GridContext.Provider>
  );
}

/** Those that are still looked at count too, or the first of many would be drawn twice. */
const useIsLong = (listedCount: number): boolean => useUploaderState(({ checkingCount }) => listedCount + checkingCount > VIRTUAL_FROM);

/** An element for what acts on it later, and for what has to be drawn anew once it is there. */
function useElement<T extends HTMLElement>(): readonly [RefObject<T | null>, T | null] {
  const ref = useRef<T>(null);
  const [element, setElement] = useState<T | null>(null);
  useLayoutEffect(() => setElement(ref.current), []);
  return [ref, element];
}
