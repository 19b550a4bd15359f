'use client';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Phase } from '../../journey/state.js';
import { innermostOf } from '../../shared/shadowTree.js';

/** Layout effects warn on the server, where there is no focus to keep. */
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** When a phase takes the focused button away, the focus goes to the new phase's headline instead of being lost. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, phase: Phase): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = (event: FocusEvent): void => void (hadFocus.current = !!box.current?.contains(innermostOf(event)));
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [box]);
  useBrowserLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const target = box.current?.querySelector<HTMLElement>('[data-part="headline"][tabindex], [data-part="browse"]');
    target?.focus({ preventScroll: true });
  }, [box, phase]);
}
