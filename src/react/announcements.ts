'use client';
import { useCallback, useEffect, useState } from 'react';
import type { Uploader } from '../journey/uploader.js';
import { useUploader } from './UploaderContext.js';

const listenersOf = new WeakMap<Uploader, Set<(words: string) => void>>();

function listenersIn(uploader: Uploader): Set<(words: string) => void> {
  const listeners = listenersOf.get(uploader) ?? new Set();
  listenersOf.set(uploader, listeners);
  return listeners;
}

/** Has words said by a screen reader when it is done with what it says, through the `<Announcer>` of the same uploader. */
export function useAnnounce(): (words: string) => void {
  const uploader = useUploader();
  return useCallback((words) => listenersIn(uploader).forEach((listener) => listener(words)), [uploader]);
}

/** What was announced last. The same words twice differ by a space that is not heard, or the second time would not be said. */
export function useAnnouncement(): string {
  const uploader = useUploader();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const listen = (words: string): void => setSaid((before) => (before === words ? `${words}\u00a0` : words));
    const listeners = listenersIn(uploader);
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, [uploader]);
  return said;
}
