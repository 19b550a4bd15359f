'use client';
import { useEffect, type RefObject } from 'react';
import { closestAcross, containsAcross, innermostOf } from '../../shared/shadowTree.js';
import { copiedText, type Given } from '../../journey/intake/readSources.js';
import { isTaker } from './boxes.js';
import { isEditable } from './isEditable.js';

export interface PasteHandlers {
  readonly onGiven: (given: Given) => void;
  /** Text that may have links in it. */
  readonly onText: (text: string) => void;
}

/** Takes what is pasted anywhere on the page, unless an editable has the focus, it falls into a dialog that the box does not stand in, or another box is meant. */
export function usePaste(box: RefObject<HTMLElement | null>, { onGiven, onText }: PasteHandlers): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = innermostOf(event);
      const transfer = event.clipboardData;
      if (!transfer || event.defaultPrevented || isEditable(target) || !isTaker(box.current, target)) return;
      const dialog = closestAcross(target, 'dialog');
      if (dialog && !containsAcross(dialog, box.current)) return;
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
