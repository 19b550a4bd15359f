'use client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import type { ItemId } from '../../journey/item.js';
import { idOfTile, mainControlOf, tileOf } from './tileOf.js';

const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

export interface GridFocus {
  readonly currentId: ItemId | null;
  focusOn(id: ItemId): void;
  /** The tiles that are drawn have changed: what was asked for may be there now, what had the focus may be gone. */
  readonly settle: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

export interface GridFocusDeps {
  readonly list: RefObject<HTMLElement | null>;
  readonly ids: readonly ItemId[];
  readonly isSelecting: boolean;
}

/**
 * One tile at a time is in the order of Tab; it is the one that had the focus last. When it goes away, its neighbour takes the focus.
 *
 * @param reveal brings a tile that is not drawn into sight; it then calls `settle`
 */
export function useGridFocus({ list, ids, isSelecting }: GridFocusDeps, reveal: (index: number) => void): GridFocus {
  const [last, setLast] = useState<{ readonly id: ItemId; readonly index: number } | null>(null);
  const hasFocus = useRef(false);
  const asked = useRef<ItemId | null>(null);

  const found = last === null ? -1 : ids.indexOf(last.id);
  const currentId = ids[found >= 0 ? found : Math.min(last?.index ?? 0, ids.length - 1)] ?? null;

  const settle = useCallback((): void => {
    const isLost = hasFocus.current && (document.activeElement === document.body || document.activeElement === null);
    const id = asked.current ?? (isLost ? currentId : null);
    if (id === null) return;
    const control = mainControlOf(tileOf(list.current, id));
    if (control) control.focus({ preventScroll: asked.current === null });
    // Scrolled out of sight, the tile is not there: the keys go on from the list itself.
    else if (isLost) list.current?.focus({ preventScroll: true });
    if (control || !ids.includes(id)) asked.current = null;
    else if (asked.current !== null) reveal(ids.indexOf(id));
  }, [list, ids, currentId, reveal]);

  // With the selection its buttons go away, one of which may have had the focus.
  useBrowserLayoutEffect(settle, [settle, isSelecting]);

  return {
    currentId,
    settle,
    focusOn(id) {
      asked.current = id;
      settle();
    },
    onFocus({ target }) {
      hasFocus.current = true;
      const id = idOfTile(target);
      if (id !== null) setLast({ id, index: ids.indexOf(id) });
    },
    onBlur({ target, currentTarget, relatedTarget }) {
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
      // An element that is taken away blurs too: then the focus was lost, not moved.
      queueMicrotask(() => {
        if (target.isConnected) hasFocus.current = false;
      });
    },
  };
}
