/**
 * The first message that `read` makes something of. Waits for ever, or until the signal is aborted: then it never settles, and no listener is left.
 *
 * @param read gives null for messages that are not meant
 */
export function nextMessage<T>(receiver: Window, read: (event: MessageEvent<unknown>) => T | null, signal: AbortSignal): Promise<T> {
  return new Promise((resolve) => {
    if (signal.aborted) return;
    const onMessage = (event: MessageEvent<unknown>): void => {
      const value = read(event);
      if (value === null) return;
      receiver.removeEventListener('message', onMessage);
      resolve(value);
    };
    receiver.addEventListener('message', onMessage, { signal });
  });
}
