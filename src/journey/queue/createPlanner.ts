import type { UploadItem } from '../item.js';
import type { QueueStore } from './createQueueStore.js';
import { isOfCourse } from './ofCourse.js';
import { planNext, type UploadOrder } from './planNext.js';

type Queued = UploadItem & { readonly status: 'queued' };

/** Plans one after the other, each from where the last one left off. */
export interface Planner {
  /** Who may start now, where so many may be under way at once. */
  next(maxRunning: number): readonly Queued[];
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
      const state = store.getState();
      const plan = planNext(state, { maxRunning, order, from });
      ({ from } = plan);
      return plan.ids.map((id) => state.byId.get(id)).filter((item): item is Queued => item?.status === 'queued');
    },
    destroy: stopWatching,
  };
}
