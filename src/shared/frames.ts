/** How long a frame lasts where none is drawn: in a hidden tab and outside a browser. */
const HIDDEN_FRAME_MS = 100;

/**
 * Runs `task` once with the next frame, by a timer while the tab is hidden, since hidden tabs draw no frames.
 *
 * @returns forgets the task, if it did not run yet
 */
export function onNextFrame(task: () => void): () => void {
  if (typeof document === 'undefined' || document.hidden) {
    const timer = setTimeout(task, HIDDEN_FRAME_MS);
    return () => clearTimeout(timer);
  }
  const run = (): void => {
    stop();
    task();
  };
  // A tab that is hidden before its next frame would hold the task back until it is shown again.
  const timer = setTimeout(run, HIDDEN_FRAME_MS);
  const frame = requestAnimationFrame(run);
  const stop = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  return stop;
}
