'use client';
import { useEffect, type RefObject } from 'react';
import { copiedText, type Given } from '../../journey/intake/readSources.js';
import { isTaker } from './boxes.js';
import { innermostOf, isEditable } from './isEditable.js';

export interface PasteHandlers {
  readonly onGiven: (given: Given) => void;
  /** Text that may have links in it. */
  readonly onText: (text: string) => void;
}

/** Takes what is pasted anywhere on the page, unless an editable has the focus, it falls into a dialog that the box does not stand in, or another box is meant. */
export function usePaste(box: RefObject<HTMLElement | null>, { onGiven, onText }: PasteHandlers): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const transfer = event.clipboardData;
      if (!transfer || event.defaultPrevented || isEditable(innermostOf(event)) || !isTaker(box.current, target)) return;
      const dialog = target?.closest('dialog');
      if (dialog && !dialog.contains(box.current)) return;
      if (transfer.files.length > 0) {
        event.preventDefault();
        onGiven(transfer);
        return;
      }
      const text = copiedText(transfer);
      if (text !== '') onText(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [box, onGiven, onText]);
}
