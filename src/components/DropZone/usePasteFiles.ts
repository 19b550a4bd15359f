'use client';
import { useEffect, type RefObject } from 'react';

const BOX = '[data-part="uploader"]';

/** Takes files pasted anywhere on the page, unless an editable has the focus or the focus is in another box. */
export function usePasteFiles(box: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const focusedBox = target?.closest(BOX);
      // The first of two boxes on a page takes what is pasted outside of both.
      if (event.defaultPrevented || isEditable(target) || (focusedBox && focusedBox !== box.current)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [box, onFiles]);
}

const isEditable = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea, select'));
