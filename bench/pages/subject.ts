/** What each page gives to the measures. The page itself takes files as a person gives them: by a drop. */
export interface Subject {
  /** Files listed so far; cheap, it is asked each frame. */
  acceptedCount(): number;
  /** Sends all that was dropped with `fakeUpload`, `CONCURRENCY` at once. */
  start(): void;
  clear(): void;
}

declare global {
  interface Window {
    subject?: Subject;
  }
}

export const CONCURRENCY = 6;
/** Six of these together are 6 MB/s. */
const BYTES_PER_SECOND = 1_000_000;
const TICK_MS = 1000 / 60;

/** Sends nothing, and says 60 times a second how much of it is gone. */
export function fakeUpload(sizeBytes: number, onSentBytes: (sentBytes: number) => void, signal?: AbortSignal): Promise<void> {
  const startedAtMs = performance.now();
  return new Promise((resolve, reject) => {
    const stop = (): void => clearInterval(timer);
    const timer = setInterval(() => {
      const sentBytes = Math.min(sizeBytes, ((performance.now() - startedAtMs) / 1000) * BYTES_PER_SECOND);
      onSentBytes(sentBytes);
      if (sentBytes < sizeBytes) return;
      stop();
      resolve();
    }, TICK_MS);
    signal?.addEventListener('abort', () => {
      stop();
      reject(signal.reason as Error);
    });
  });
}

/** `CONCURRENCY` lines that each take the next file when one is done. */
export function sendInTurn(files: readonly File[], onSentBytes: (at: number, sentBytes: number) => void): void {
  let next = 0;
  const line = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      // One after the other is the purpose of a line.
      // oxlint-disable-next-line no-await-in-loop
      await fakeUpload(files[at]?.size ?? 0, (sentBytes) => onSentBytes(at, sentBytes));
    }
  };
  for (let i = 0; i < CONCURRENCY; i++) void line();
}

export function onDrop(take: (files: File[]) => void): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
