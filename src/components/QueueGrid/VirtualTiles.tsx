'use client';
import {
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  elementScroll,
  useVirtualizer,
  windowScroll,
  type Range,
  type Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useState, type ReactElement, type RefObject } from 'react';
import type { ItemId } from '../../journey/item.js';
import { parentAcross } from '../../shared/shadowTree.js';

export interface VirtualTilesHandle {
  /** Scrolls until a tile is drawn. */
  reveal(index: number): void;
}

export interface VirtualTilesProps {
  readonly handle: RefObject<VirtualTilesHandle | null>;
  /** Null until it is drawn. */
  readonly list: HTMLElement | null;
  readonly ids: readonly ItemId[];
  readonly tile: (id: ItemId, index: number) => ReactElement;
  readonly onDrawn: () => void;
}

interface Layout {
  readonly columns: number;
  readonly rowHeightPx: number;
  readonly gapPx: number;
  /** From the top of what scrolls to the top of the list. */
  readonly offsetPx: number;
}

const FIRST_GUESS: Layout = { columns: 4, rowHeightPx: 190, gapPx: 24, offsetPx: 0 };
/** Rows drawn beyond the screen: on both sides, and while a person scrolls only where they are going. */
const OVERSCAN_ROWS = 1;

type Scroller = HTMLElement | Window;

/** The tiles in sight and just around. The list keeps its whole height by padding, so nothing is placed by hand. */
export function VirtualTiles({ handle, list, ids, tile, onDrawn }: VirtualTilesProps): ReactElement {
  const scroller = useMemo(() => list && scrollerOf(list), [list]);
  const layout = useLayout(list, scroller);

  // It hands out functions that React's compiler could not memoize; this file is not compiled by it.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer: Virtualizer<HTMLElement, Element> = useVirtualizer<HTMLElement, Element>({
    count: Math.ceil(ids.length / layout.columns),
    getScrollElement: () => scroller as HTMLElement | null,
    estimateSize: () => layout.rowHeightPx,
    gap: layout.gapPx,
    overscan: OVERSCAN_ROWS,
    rangeExtractor: (range): number[] => rowsAhead(range, virtualizer.scrollDirection),
    scrollMargin: layout.offsetPx,
    ...(scroller instanceof HTMLElement ? ELEMENT : WINDOW),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, layout.rowHeightPx, layout.gapPx]);
  useImperativeHandle(
    handle,
    () => ({ reveal: (index) => virtualizer.scrollToIndex(Math.floor(index / layout.columns), { align: 'auto' }) }),
    [virtualizer, layout.columns],
  );

  const rows = virtualizer.getVirtualItems();
  const first = rows[0];
  const last = rows.at(-1);
  const beforePx = first ? first.start - layout.offsetPx : 0;
  const afterPx = last ? virtualizer.getTotalSize() - (last.end - layout.offsetPx) : 0;
  useLayoutEffect(() => {
    list?.style.setProperty('padding-block', `${beforePx}px ${afterPx}px`);
  }, [list, beforePx, afterPx]);
  useLayoutEffect(() => () => void list?.style.removeProperty('padding-block'), [list]);
  const from = (first?.index ?? 0) * layout.columns;
  const to = ((last?.index ?? 0) + 1) * layout.columns;
  useLayoutEffect(onDrawn, [onDrawn, from, to]);
  return <>{ids.slice(from, to).map((id, at) => tile(id, from + at))}</>;
}

function rowsAhead({ startIndex, endIndex, overscan, count }: Range, direction: 'forward' | 'backward' | null): number[] {
  const from = Math.max(0, startIndex - (direction === 'forward' ? 0 : overscan));
  const to = Math.min(count - 1, endIndex + (direction === 'backward' ? 0 : overscan));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

type Ways = Pick<VirtualizerOptions<HTMLElement, Element>, 'observeElementRect' | 'observeElementOffset' | 'scrollToFn'>;

const ELEMENT: Ways = { observeElementRect, observeElementOffset, scrollToFn: elementScroll };

/** The library has a hook, and types, for each kind of scroller; which one it is, is known only after the first drawing. */
const WINDOW = {
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
} as unknown as Ways;

/** The nearest ancestor that scrolls, else the page. */
function scrollerOf(element: HTMLElement): Scroller {
  for (let at = parentAcross(element); at && at !== document.body && at !== document.documentElement; at = parentAcross(at)) {
    if (at instanceof HTMLElement && /auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) return at;
  }
  return window;
}

/** How the style sheet has laid out the tiles; looked at again when the list's size changes or notices above it come and go. */
function useLayout(list: HTMLElement | null, scroller: Scroller | null): Layout {
  const [layout, setLayout] = useState(FIRST_GUESS);
  useLayoutEffect(() => {
    if (!list || !scroller) return;
    const look = (): void => setLayout((before) => changed(before, layoutOf(list, scroller, before)));
    look();
    const observer = new ResizeObserver(look);
    // Not its content: that changes with every step of scrolling.
    observer.observe(list, { box: 'border-box' });
    if (list.parentElement) observer.observe(list.parentElement);
    return () => observer.disconnect();
  }, [list, scroller]);
  return layout;
}

function layoutOf(element: HTMLElement, scroller: Scroller, before: Layout): Layout {
  const style = getComputedStyle(element);
  const tile = element.querySelector('[data-item]');
  const scrolledPx = scroller instanceof HTMLElement ? scroller.scrollTop - scroller.getBoundingClientRect().top : scroller.scrollY;
  return {
    columns: style.gridTemplateColumns.split(' ').length,
    rowHeightPx: tile ? Math.round(tile.getBoundingClientRect().height * 100) / 100 : before.rowHeightPx,
    gapPx: Number.parseFloat(style.rowGap) || 0,
    offsetPx: Math.round(element.getBoundingClientRect().top + scrolledPx),
  };
}

const changed = (before: Layout, after: Layout): Layout =>
  (Object.keys(after) as (keyof Layout)[]).every((key) => Math.abs(before[key] - after[key]) < 1) ? before : after;
