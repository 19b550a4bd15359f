/** Calls what an app gave. What it throws is reported as uncaught, as an event listener's would be, and stops nothing of ours. */
export function callSafely(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
