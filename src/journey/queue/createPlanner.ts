import type { QueueStore } from './createQueueStore.js';
import { isOfCourse } from './ofCourse.js';
import { planNext, type QueuedItem, type UploadOrder } from './planNext.js';

/** Plans one after the other, each from where the last one left off. */
export interface Planner {
  /** Who may start now, where so many may be under way at once. */
  next(maxRunning: number): readonly QueuedItem[];
  destroy(): void;
}

export function createPlanner({ store }: QueueStore, order: UploadOrder): Planner {
  let from = 0;
  const stopWatching = store.subscribe((state) => {
    // Anything but uploads on their way may queue items again or give them other places.
    if (!isOfCourse(state)) from = 0;
  });
  return {
    next(maxRunning) {
      const plan = planNext(store.getState(), { maxRunning, order, from });
      ({ from } = plan);
      return plan.items;
    },
    destroy: stopWatching,
  };
}
