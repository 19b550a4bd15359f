'use client';
import { useCallback, useState, type ChangeEvent, type DragEvent } from 'react';
import { fromEvent } from 'file-selector';
import { useDropzone, type DropEvent, type DropzoneState } from 'react-dropzone';
import { MEDIA_FORMAT_FACTS, MEDIA_FORMATS } from '../../shared/mediaFormat.js';

/** For the picker alone: it may hide what surely is refused. HEIC is left out, so that Safari hands over a JPEG instead. */
const PICKER_ACCEPT = MEDIA_FORMATS.flatMap((format) => {
  const { mimeType, extensions } = MEDIA_FORMAT_FACTS[format];
  return [mimeType, ...extensions.map((extension) => `.${extension}`)];
}).join(',');

export interface BoxDrop {
  readonly getBoxProps: DropzoneState['getRootProps'];
  readonly getInputProps: () => ReturnType<DropzoneState['getInputProps']>;
  /** Goes on the box; a drop beside every box of the page is swallowed, so that it never navigates away. */
  readonly boxRef: DropzoneState['rootRef'];
  readonly open: () => void;
  readonly isDragging: boolean;
  /** How many files are being dragged; null where the browser does not tell. */
  readonly draggedCount: number | null;
}

const isChange = (event: DropEvent | FileSystemFileHandle[]): event is ChangeEvent<HTMLInputElement> =>
  'type' in event && event.type === 'change';

/** Drops on the box and picks from the disk. Everything is handed over: what a type is, the bytes tell, not the browser. */
export function useBoxDrop(onFiles: (files: readonly File[]) => void): BoxDrop {
  // Handed over here and not in `onDrop`, which never hears of a folder that is still being read when the next drop comes.
  const readFiles = useCallback(
    async (event: DropEvent | FileSystemFileHandle[]) => {
      const found = await fromEvent(event);
      const files = found.filter((each) => each instanceof File);
      if (isChange(event)) event.target.value = ''; // else the same file chosen again would be no change
      if (files.length > 0) onFiles(files);
      return found;
    },
    [onFiles],
  );
  const [draggedCount, setDraggedCount] = useState<number | null>(null);
  const onDragEnter = useCallback(({ dataTransfer }: Pick<DragEvent, 'dataTransfer'>) => {
    const files = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
    setDraggedCount(files.length || null);
  }, []);
  const { getRootProps, getInputProps, rootRef, open, isDragActive } = useDropzone({
    getFilesFromEvent: readFiles,
    onDragEnter: (event) => 'dataTransfer' in event && onDragEnter(event),
    noClick: true,
    noKeyboard: true,
  });
  return {
    getBoxProps: getRootProps,
    boxRef: rootRef,
    // Its own style attribute would break a strict style-src in served HTML.
    getInputProps: () => ({ ...getInputProps({ accept: PICKER_ACCEPT }), style: undefined, hidden: true, tabIndex: -1 }),
    open,
    isDragging: isDragActive,
    draggedCount,
  };
}
