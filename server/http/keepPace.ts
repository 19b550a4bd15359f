import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Pace {
  /** How long somebody may bring less, since lines of trains and cellars do. */
  readonly windowMs: number;
  /** Of each window, while a body is coming. */
  readonly leastBytes: number;
  /** How long the rest of a body is read and dropped that was answered before its end. */
  readonly lingerMs: number;
}

const ERROR = { status_code: 408, error: { message: 'The request came too slowly', code: 408 }, status_txt: 'Request Timeout' };
const BODY = JSON.stringify(ERROR);
const TOO_SLOW = `HTTP/1.1 408 Request Timeout\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\nConnection: close\r\n\r\n${BODY}`;

/**
 * Nobody holds a connection for ever by sending a byte now and then, or by sending on after the answer.
 * A slow line may take hours for one file; only one that brings next to nothing is answered 408.
 */
export function keepPace(incoming: IncomingMessage, outgoing: ServerResponse, pace: Pace): void {
  if (incoming.complete) return;
  const { socket } = incoming;
  // What came with the head counts in the first window.
  let before = 0;
  const look = (): void => {
    const cameBytes = socket.bytesRead - before;
    before = socket.bytesRead;
    if (incoming.complete) return stop();
    // What waits here is not the client's delay.
    if (cameBytes >= pace.leastBytes || incoming.readableLength > 0) return;
    stop();
    if (!outgoing.headersSent) socket.write(TOO_SLOW);
    socket.destroySoon();
  };
  const slow = setInterval(look, pace.windowMs);
  let late: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(slow);
    clearTimeout(late);
  };
  outgoing.once('finish', () => {
    if (!incoming.complete) late = setTimeout(() => incoming.complete || socket.destroySoon(), pace.lingerMs);
  });
  incoming.once('end', stop).once('close', stop);
}
