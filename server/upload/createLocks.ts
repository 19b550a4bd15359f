/** Runs tasks of one name one after the other. */
export interface Locks {
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
}

/** Within this process. A second server on the same database is held off by the unique keys of its tables instead. */
export function createLocks(): Locks {
  const lasts = new Map<string, Promise<unknown>>();
  return {
    run(name, task) {
      const turn = (lasts.get(name) ?? Promise.resolve()).then(task, task);
      const settled = turn
        .catch(() => undefined)
        .then(() => {
          if (lasts.get(name) === settled) lasts.delete(name);
        });
      lasts.set(name, settled);
      return turn;
    },
  };
}

/** At most `max` tasks at a time, the others in their order. */
export function createSlots(max: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
