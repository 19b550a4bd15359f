'use client';
import { useCallback, useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useDropzone, type DropEvent, type DropzoneState } from 'react-dropzone';
import type { Given } from '../../journey/intake/readSources.js';
import { MEDIA_FORMAT_FACTS, MEDIA_FORMATS, type MediaFormat } from '../../shared/mediaFormat.js';
import { addPageBox, BOX, isTaker } from './boxes.js';
import { watchPageDrag } from './watchPageDrag.js';

/** For the picker alone: it may hide what surely is refused. HEIC is left out, so that Safari hands over a JPEG instead. */
const pickerAccept = (formats: readonly MediaFormat[]): string =>
  formats
    .flatMap((format) => {
      const { mimeType, extensions } = MEDIA_FORMAT_FACTS[format];
      return [mimeType, ...extensions.map((extension) => `.${extension}`)];
    })
    .join(',');

export interface BoxDropOptions {
  readonly onGiven: (given: Given) => void;
  /** `page`: also what falls beside every box. */
  readonly dropScope: 'box' | 'page';
  /** What the host takes; all formats until it is known. */
  readonly formats: readonly MediaFormat[] | undefined;
  readonly canUseUrls: boolean;
}

export interface BoxDrop {
  readonly getBoxProps: DropzoneState['getRootProps'];
  readonly getInputProps: () => ReturnType<DropzoneState['getInputProps']>;
  readonly boxRef: DropzoneState['rootRef'];
  readonly open: () => void;
  /** Something is dragged that this box would take. What it is nobody knows before the drop, so it is never refused before. */
  readonly isDragging: boolean;
  /** How many files are being dragged; null where the browser does not tell. */
  readonly draggedCount: number | null;
}

type Handed = DropEvent | FileSystemFileHandle[];
const isChange = (event: Handed): event is ChangeEvent<HTMLInputElement> => 'type' in event && event.type === 'change';

/** Drops and picks. Everything is handed over: what a type is, the bytes tell, not the browser. */
export function useBoxDrop({ onGiven, dropScope, formats = MEDIA_FORMATS, canUseUrls }: BoxDropOptions): BoxDrop {
  // Handed over here and not in `onDrop`, which never hears of a folder that is still being read when the next drop comes.
  const handOver = useCallback(
    (event: Handed): Promise<File[]> => {
      if (isChange(event)) {
        onGiven([...(event.target.files ?? [])]);
        event.target.value = ''; // else the same file chosen again would be no change
      }
      return Promise.resolve([]);
    },
    [onGiven],
  );
  // Drags are watched for the whole page, of which the box is a part: two watchers would count differently.
  const { getRootProps, getInputProps, rootRef, open } = useDropzone({
    getFilesFromEvent: handOver,
    noClick: true,
    noKeyboard: true,
    noDrag: true,
    // It would take what is pasted inside the box for itself, also what is meant for a field of a dialog.
    noPaste: true,
    // It would keep text from being dropped into the fields of the app.
    preventDropOnDocument: false,
  });
  const drag = useDrag(rootRef, { onGiven, dropScope, canUseUrls });
  return {
    getBoxProps: getRootProps,
    boxRef: rootRef,
    // Its own style attribute would break a strict style-src in served HTML.
    getInputProps: () => ({ ...getInputProps({ accept: pickerAccept(formats) }), style: undefined, hidden: true, tabIndex: -1 }),
    open,
    ...drag,
  };
}

const NO_DRAG = { isDragging: false, draggedCount: null };

type DragOptions = Omit<BoxDropOptions, 'formats'>;

function useDrag(boxRef: BoxDrop['boxRef'], { onGiven, dropScope, canUseUrls }: DragOptions): Pick<BoxDrop, 'isDragging' | 'draggedCount'> {
  const [state, setState] = useState<Pick<BoxDrop, 'isDragging' | 'draggedCount'>>(NO_DRAG);
  const latest = useRef(onGiven);
  useEffect(() => void (latest.current = onGiven));
  useEffect(() => {
    const box = boxRef.current?.closest(BOX) ?? null;
    const leavePage = box && dropScope === 'page' ? addPageBox(box) : undefined;
    const stop = watchPageDrag({
      onDrag: (drag) =>
        setState((before) => {
          const isMine = drag !== null && (drag.kind === 'files' || canUseUrls) && isTaker(box, drag.target);
          if (!isMine) return before.isDragging ? NO_DRAG : before;
          return before.isDragging && before.draggedCount === drag.fileCount ? before : { isDragging: true, draggedCount: drag.fileCount };
        }),
      onDrop: (transfer, target) => {
        if (isTaker(box, target)) latest.current(transfer);
      },
    });
    return () => {
      stop();
      leavePage?.();
    };
  }, [boxRef, dropScope, canUseUrls]);
  return state;
}
