import { delay } from '../../shared/delay.js';
import { closestAcross, innermostOf } from '../../shared/shadowTree.js';
import { BOX } from './boxes.js';
import { isEditable } from './isEditable.js';

/** What is being dragged over the page. */
export interface PageDrag {
  readonly kind: 'files' | 'link';
  /** How many files; null where the browser does not tell, and for links. */
  readonly fileCount: number | null;
  /** What the pointer is over. */
  readonly target: Element | null;
}

export interface PageDragListener {
  /** Null: nothing is dragged over the page any more. */
  readonly onDrag: (drag: PageDrag | null) => void;
  readonly onDrop: (transfer: DataTransfer, target: Element | null) => void;
}

/** Between two elements, and in Safari always, a drag leaves before it enters: this long nobody believes that it is gone. */
const GONE_AFTER_MS = 120;
/** While something is dragged over a page it hears of it several times a second, also when the pointer rests. Source: HTML, drag-and-drop processing model. */
const SILENT_AFTER_MS = 1_000;

const listeners = new Set<PageDragListener>();
let stop: (() => void) | null = null;

/**
 * Watches drags of files and links over the whole page, once for all boxes. A drop is swallowed wherever it falls, so that it never navigates away; and whatever
 * way a drag ends, it is seen: by a drop, by leaving the window, by a pointer that moves, which it cannot while dragging, or by silence. What an element of the app
 * beside the boxes takes for itself is left to it.
 *
 * @returns stops watching
 */
export function watchPageDrag(listener: PageDragListener): () => void {
  listeners.add(listener);
  stop ??= listen();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

function listen(): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let ends: AbortController | null = null;
  let isDragging = false;
  /** Something of this page is dragged: a tile, a link, a selection. */
  let isOwn = false;
  const isClaimed = watchClaims(signal);

  const endAfter = (ms: number): void => {
    ends?.abort();
    ends = new AbortController();
    delay(ms, ends.signal).then(
      () => tell(null),
      () => {},
    );
  };
  const tell = (drag: PageDrag | null): void => {
    if (drag) endAfter(SILENT_AFTER_MS);
    else ends?.abort();
    if (drag === null && !isDragging) return;
    isDragging = drag !== null;
    for (const { onDrag } of listeners) onDrag(drag);
  };
  const over = (event: DragEvent): void => {
    if (isClaimed(event)) return tell(null);
    if (isOwn || !mayLeave(event)) return;
    event.preventDefault();
    if (!hasGoods(event)) return;
    tell({ kind: event.dataTransfer?.types.includes('Files') ? 'files' : 'link', fileCount: countOf(event), target: innermostOf(event) });
  };
  const leave = (event: DragEvent): void => {
    if (isDragging && !event.relatedTarget) endAfter(GONE_AFTER_MS);
  };
  const end = (): void => {
    isOwn = false;
    tell(null);
  };
  const drop = (event: DragEvent): void => {
    if (isClaimed(event)) return tell(null);
    if (isOwn || !mayLeave(event)) return;
    event.preventDefault();
    tell(null);
    if (event.dataTransfer && hasGoods(event)) for (const { onDrop } of listeners) onDrop(event.dataTransfer, innermostOf(event));
  };

  window.addEventListener('dragstart', () => (isOwn = true), { signal, capture: true });
  window.addEventListener('dragenter', over, { signal });
  window.addEventListener('dragover', over, { signal });
  window.addEventListener('dragleave', leave, { signal });
  window.addEventListener('drop', drop, { signal });
  for (const type of ['dragend', 'pointermove', 'pointerdown'] as const) {
    window.addEventListener(type, end, { signal, capture: true, passive: true });
  }
  return () => {
    ends?.abort();
    ending.abort();
  };
}

/** Tells what an element of the app beside the boxes has taken. At the root all elements have had their say; a guard on the document or window prevents every drop and takes none. */
function watchClaims(signal: AbortSignal): (event: DragEvent) => boolean {
  const claimed = new WeakSet<Event>();
  const note = (event: DragEvent): void => {
    if (event.defaultPrevented && !closestAcross(innermostOf(event), BOX)) claimed.add(event);
  };
  for (const type of ['dragover', 'drop'] as const) document.documentElement.addEventListener(type, note, { signal });
  return (event) => claimed.has(event);
}

const hasOneOf = ({ dataTransfer }: DragEvent, ...types: string[]): boolean => types.some((type) => dataTransfer?.types.includes(type));

/** What a browser may leave the page for: files, or a link that is not meant for a field. Some take text for a link. */
const mayLeave = (event: DragEvent): boolean =>
  hasOneOf(event, 'Files') || (hasOneOf(event, 'text/uri-list', 'text/plain') && !isEditable(innermostOf(event)));

const hasGoods = (event: DragEvent): boolean => hasOneOf(event, 'Files', 'text/uri-list');

function countOf({ dataTransfer }: DragEvent): number | null {
  const count = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file').length;
  return count === 0 ? null : count;
}
