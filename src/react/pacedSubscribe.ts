import { isOfCourse } from '../journey/queue/ofCourse.js';
import type { Uploader } from '../journey/uploader.js';
import { createPacer } from '../shared/createPacer.js';

/** As often as anybody sees a change. */
const EVERY_MS = 100;
/** As often as anybody reads a number that runs. */
export const NUMBERS_EVERY_MS = 250;

type Subscribe = (listener: () => void) => () => void;

const known = new WeakMap<Uploader, Map<number, Subscribe>>();

/**
 * Tells what is drawn that the state of an uploader has changed: of uploads on their way at most every `everyMs`, of all else at once, since what a person types may not
 * wait.
 *
 * @returns the same function for the same uploader and pace
 */
export function pacedSubscribe(uploader: Uploader, everyMs = EVERY_MS): Subscribe {
  const paces = known.get(uploader) ?? new Map<number, Subscribe>();
  known.set(uploader, paces);
  const subscribe = paces.get(everyMs) ?? paced(uploader, everyMs);
  paces.set(everyMs, subscribe);
  return subscribe;
}

function paced({ subscribe }: Uploader, everyMs: number): Subscribe {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  // At once, so that what is told at both paces is drawn in one frame.
  const pacer = createPacer(everyMs, tell, 'atOnce');
  subscribe((state) => (isOfCourse(state) ? pacer.request() : tell()));
  return (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}
