/**
 * Has tasks wait for each other.
 *
 * @returns runs a task when those before it have ended, well or not, and resolves or rejects as the task does
 */
export function createLine(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
