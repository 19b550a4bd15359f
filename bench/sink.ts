import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What every subject uploads to: takes a body, keeps nothing, answers as a host of this API does. */
export interface Sink {
  /** Bodies that came to their end since the last `reset`. */
  storedCount(): number;
  reset(): void;
  take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>;
}

const ANSWER = JSON.stringify({
  status_code: 200,
  success: { message: 'file uploaded', code: 200 },
  image: { id_encoded: 'a', url_viewer: 'http://127.0.0.1/a', url: 'http://127.0.0.1/a.png' },
});

export function createSink(): Sink {
  let storedCount = 0;
  return {
    storedCount: () => storedCount,
    reset: () => void (storedCount = 0),
    async take(incoming, outgoing) {
      const rate = Number(new URL(incoming.url ?? '/', 'http://localhost').searchParams.get('rate') ?? Infinity);
      try {
        await drain(incoming, rate);
      } catch {
        return; // the page has gone
      }
      storedCount += 1;
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER);
    },
  };
}

/** @param bytesPerSecond reads no faster, so that the other side can send no faster */
async function drain(incoming: IncomingMessage, bytesPerSecond: number): Promise<void> {
  const startMs = performance.now();
  let readBytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    readBytes += chunk.length;
    const aheadMs = (readBytes / bytesPerSecond) * 1000 - (performance.now() - startMs);
    if (aheadMs > 4) await pause(aheadMs);
  }
}
