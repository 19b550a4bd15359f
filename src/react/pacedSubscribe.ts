import { isOfCourse } from '../journey/queue/ofCourse.js';
import type { Uploader } from '../journey/uploader.js';
import { createPacer } from '../shared/createPacer.js';

/** As often as anybody sees a change. */
const EVERY_MS = 100;

type Subscribe = (listener: () => void) => () => void;

const known = new WeakMap<Uploader, Subscribe>();

/**
 * Tells what is drawn that the state of an uploader has changed: of uploads on their way at most every 100 ms, of all else at once, since what a person types may not
 * wait.
 *
 * @returns the same function for the same uploader
 */
export function pacedSubscribe(uploader: Uploader): Subscribe {
  const subscribe = known.get(uploader) ?? paced(uploader);
  known.set(uploader, subscribe);
  return subscribe;
}

function paced({ subscribe }: Uploader): Subscribe {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const pacer = createPacer(EVERY_MS, tell);
  subscribe((state) => (isOfCourse(state) ? pacer.request() : tell()));
  return (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}
