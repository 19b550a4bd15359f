import { useEffect, useState } from 'react';
import type { PopupState } from './joinEditor.js';

const NONE: PopupState = {};

/** Whether an editor opened this page, and what is wrong with the file that says which editors may. The page is whole without it. */
export function usePopup(): PopupState {
  const [state, setState] = useState(NONE);
  useEffect(() => {
    const stop = new AbortController();
    import('./joinEditor.js')
      .then(({ joinEditor }) => joinEditor(setState, stop.signal))
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) console.warn('Whether this page is a popup of an editor could not be found out. Reload it.', cause);
      });
    return () => stop.abort();
  }, []);
  return state;
}
