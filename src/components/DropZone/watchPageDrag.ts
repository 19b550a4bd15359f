import { delay } from '../../shared/delay.js';

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
 * way a drag ends, it is seen: by a drop, by leaving the window, by a pointer that moves, which it cannot while dragging, or by silence.
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
    if (isOwn || !hasGoods(event)) return;
    event.preventDefault();
    tell({ kind: event.dataTransfer?.types.includes('Files') ? 'files' : 'link', fileCount: countOf(event), target: elementOf(event) });
  };
  const leave = (event: DragEvent): void => {
    if (isDragging && !event.relatedTarget) endAfter(GONE_AFTER_MS);
  };
  const drop = (event: DragEvent): void => {
    if (isOwn || !hasGoods(event)) return;
    event.preventDefault();
    tell(null);
    if (event.dataTransfer) for (const { onDrop } of listeners) onDrop(event.dataTransfer, elementOf(event));
  };

  window.addEventListener('dragstart', () => (isOwn = true), { signal, capture: true });
  window.addEventListener('dragenter', over, { signal });
  window.addEventListener('dragover', over, { signal });
  window.addEventListener('dragleave', leave, { signal });
  window.addEventListener('drop', drop, { signal });
  for (const end of ['dragend', 'pointermove', 'pointerdown'] as const) {
    window.addEventListener(
      end,
      () => {
        isOwn = false;
        tell(null);
      },
      { signal, capture: true, passive: true },
    );
  }
  return () => {
    ends?.abort();
    ending.abort();
  };
}

/** Files, or a link that is not meant for a field. */
function hasGoods({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes('Files') || (types.includes('text/uri-list') && !isEditable(target instanceof Element ? target : null));
}

function countOf({ dataTransfer }: DragEvent): number | null {
  const count = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file').length;
  return count === 0 ? null : count;
}

const elementOf = ({ target }: DragEvent): Element | null => (target instanceof Element ? target : null);

/** Whether typing and pasting go to this element. */
export const isEditable = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea, select'));
