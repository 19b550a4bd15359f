import { nowMs } from '../../shared/clock.js';
import { delay } from '../../shared/delay.js';

/** Knows whether the person is dragging, scrolling or typing. */
export interface InputWatch {
  isBusy(): boolean;
  destroy(): void;
}

/** A pause this long between two movements is none. */
const QUIET_MS = 120;

const EVENTS = ['pointermove', 'touchmove', 'wheel', 'scroll', 'keydown', 'dragover'] as const;

/** Listens without ever holding an event up; nothing where there is no page. `onQuiet` is called when the person has paused. */
export function createInputWatch(onQuiet: () => void): InputWatch {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let lastMs = 0;
  let isBusy = false;

  async function waitForQuiet(): Promise<void> {
    for (let restMs = QUIET_MS; restMs > 0; restMs = lastMs + QUIET_MS - nowMs()) await delay(restMs, signal);
    isBusy = false;
    onQuiet();
  }

  const onInput = (event: Event): void => {
    // A mouse that merely passes by drags nothing.
    if (event.type === 'pointermove' && (event as PointerEvent).buttons === 0) return;
    lastMs = nowMs();
    if (isBusy) return;
    isBusy = true;
    waitForQuiet().catch(() => undefined);
  };

  if (typeof window !== 'undefined')
    for (const type of EVENTS) window.addEventListener(type, onInput, { passive: true, capture: true, signal });
  return { isBusy: () => isBusy, destroy: () => lifetime.abort() };
}
