'use client';
import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { treeOf } from '../../shared/shadowTree.js';

const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

export interface HeldFocus {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Buttons that go away with what they are pressed for hand the focus to the one that follows them; with the last of them it goes to the headline of the box. */
export function useHeldFocus(list: RefObject<HTMLElement | null>): HeldFocus {
  const box = useRef<Element | null>(null);
  const place = useRef<number | null>(null);
  const buttons = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];

  useBrowserLayoutEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const left = buttons();
    const next = left[Math.min(place.current, left.length - 1)];
    const headline = box.current?.querySelector<HTMLElement>('[data-part="headline"][tabindex], [data-part="browse"]');
    (next ?? headline)?.focus({ preventScroll: true });
  });

  return {
    onFocus({ target }) {
      place.current = buttons().indexOf(target as HTMLElement);
      box.current = target.closest('[data-part="uploader"]');
    },
    onBlur({ target }) {
      // An element that is taken away blurs too: then the focus was lost, not moved.
      queueMicrotask(() => {
        if (target.isConnected && treeOf(target).activeElement !== target) place.current = null;
      });
    },
  };
}
