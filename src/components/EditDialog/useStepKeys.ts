'use client';
import { useEffect, useRef } from 'react';
import { innermostOf } from '../../shared/shadowTree.js';

/** Alt with an arrow leads to the file beside, from everywhere in the dialog; Page Up and Page Down do where nothing is typed. */
export function useStepKeys(go: (by: 1 | -1) => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const by = stepOf(event);
      if (by === null) return;
      event.preventDefault();
      latest.current(by);
    };
    // While it goes down: a dialog keeps its keys to itself. A modal one has all keys.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

function stepOf(event: KeyboardEvent): 1 | -1 | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey || shiftKey) return null;
  const target = innermostOf(event);
  const isTyping = target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
  if (!altKey) {
    if (isTyping) return null;
    return key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : null;
  }
  if (isTyping && movesByWord()) return null;
  const isForward = key === 'ArrowRight';
  if (!isForward && key !== 'ArrowLeft') return null;
  const isRightToLeft = target !== null && getComputedStyle(target).direction === 'rtl';
  return isForward === isRightToLeft ? -1 : 1;
}

/** On Apple's systems Alt with an arrow moves by a word. */
const movesByWord = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
