'use client';
import { type KeyboardEvent, type RefObject } from 'react';
import { canRemove } from '../../journey/canRemove.js';
import type { ItemId } from '../../journey/item.js';
import { useAnnounce } from '../../react/announcements.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { indexAfterKey } from './gridMoves.js';
import { placeOf } from './selection.js';
import type { GridFocus } from './useGridFocus.js';
import type { GridSelection } from './useGridSelection.js';

export interface GridKeysDeps {
  readonly list: RefObject<HTMLElement | null>;
  readonly ids: readonly ItemId[];
  readonly focus: GridFocus;
  readonly selection: GridSelection;
}

/** Columns and rows in sight, as the style sheet laid them out. */
function shapeOf(list: HTMLElement): { columns: number; rowsPerPage: number; isRightToLeft: boolean } {
  const style = getComputedStyle(list);
  const columns = style.gridTemplateColumns.split(' ').length;
  const tileHeightPx = list.querySelector('[data-item]')?.getBoundingClientRect().height ?? innerHeight;
  return { columns, rowsPerPage: Math.max(1, Math.floor(innerHeight / tileHeightPx) - 1), isRightToLeft: style.direction === 'rtl' };
}

/** The tile that the moved ones go beyond: where the key leads, or behind those that are moved themselves the next one. */
function neighbourOf(moved: ReadonlySet<ItemId>, ids: readonly ItemId[], from: number, toIndex: number): ItemId | undefined {
  return toIndex > from ? ids.slice(toIndex).find((id) => !moved.has(id)) : ids.slice(0, toIndex + 1).findLast((id) => !moved.has(id));
}

/**
 * Arrows, Home, End and the page keys lead from tile to tile, with Shift they select on the way, with Alt they move what is selected or current. Delete removes,
 * Ctrl or Cmd + A selects all, Esc selects nothing.
 */
export function useGridKeys({ list, ids, focus, selection }: GridKeysDeps) {
  const uploader = useUploader();
  const messages = useMessages();
  const announce = useAnnounce();
  const { currentId } = focus;
  const isSelected = currentId !== null && selection.ids.has(currentId);
  const meant = (): ReadonlySet<ItemId> => (isSelected || currentId === null ? selection.ids : new Set([currentId]));

  function remove(): void {
    const { byId } = uploader.getState();
    uploader.remove([...meant()].filter((id) => canRemove(byId.get(id))));
  }

  function move(toIndex: number): void {
    const from = currentId === null ? -1 : ids.indexOf(currentId);
    const moved = meant();
    const target = neighbourOf(moved, ids, from, toIndex);
    const place = target && placeOf(moved, target, toIndex > from ? 'after' : 'before', uploader.getState().ids);
    if (!place || currentId === null) return;
    uploader.reorder(place.ids, place.toIndex);
    const { ids: order, byId } = uploader.getState();
    const position = order.filter((id) => byId.get(id)?.status !== 'rejected').indexOf(currentId) + 1;
    announce(messages['queue.moved']({ name: byId.get(currentId)?.source.name ?? '', position, count: ids.length }));
  }

  /** @returns whether the key meant something */
  function act(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === 'Escape' && selection.ids.size > 0) return (selection.clear(), true);
    // What a Mac calls Delete is a Backspace to the browser.
    if (key === 'Delete' || key === 'Backspace') return (remove(), true);
    if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) return (selection.all(), true);
    if (event.ctrlKey || event.metaKey || !list.current || currentId === null) return false;
    const to = indexAfterKey(key, { index: ids.indexOf(currentId), count: ids.length, ...shapeOf(list.current) });
    const toId = to === null ? undefined : ids[to];
    if (to === null || toId === undefined) return false;
    if (event.altKey) return (move(to), true);
    if (event.shiftKey) selection.extendTo(toId, currentId);
    focus.focusOn(toId);
    return true;
  }

  return {
    onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
