import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Listener } from '../faults.js';
import type { Metrics } from '../metrics/createMetrics.js';
import { routeOf } from '../metrics/routeOf.js';
import { randomHex } from '../tokens.js';
import type { Log } from './createLog.js';
import { loggedPath } from './loggedPath.js';

/** Nobody else's word counts here: what a request brings under this name is replaced. */
export const REQUEST_ID = 'x-request-id';

export interface WatchOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether the gateway of the same process sent it: its request goes on under the id that it has. */
  readonly isOurs: (incoming: IncomingMessage) => boolean;
}

/** Whoever watches the process asks for these every few seconds. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

interface Carried {
  readonly read: number;
  readonly written: number;
}

/** Gives each request an id, which its answer bears too, and tells of each, when it is over, in one line of the log and in the metrics. */
export function watchRequests(listener: Listener, options: WatchOptions): Listener {
  // A connection carries several requests, and counts their bytes together.
  const counted = new WeakMap<Socket, Carried>();
  return (incoming, outgoing) => {
    const startedMs = performance.now();
    const { socket } = incoming;
    const requestId = nameRequest(incoming, options);
    outgoing.setHeader('X-Request-Id', requestId);
    outgoing.once('close', () => {
      const before = counted.get(socket) ?? { read: 0, written: 0 };
      const now = { read: socket.bytesRead, written: socket.bytesWritten };
      counted.set(socket, now);
      tell(incoming, outgoing, options, {
        requestId,
        ms: Math.round(performance.now() - startedMs),
        bytesIn: now.read - before.read,
        bytesOut: now.written - before.written,
      });
    });
    listener(incoming, outgoing);
  };
}

function nameRequest(incoming: IncomingMessage, { isOurs }: WatchOptions): string {
  const sent = incoming.headers[REQUEST_ID];
  const requestId = typeof sent === 'string' && isOurs(incoming) ? sent : randomHex(8);
  incoming.headers[REQUEST_ID] = requestId;
  incoming.headersDistinct[REQUEST_ID] = [requestId];
  return requestId;
}

interface Measured {
  readonly requestId: string;
  readonly ms: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

function tell(incoming: IncomingMessage, outgoing: ServerResponse, { log, metrics }: WatchOptions, measured: Measured): void {
  const path = loggedPath(incoming.url ?? '');
  const route = routeOf(path);
  const isCut = !outgoing.writableFinished;
  const status = outgoing.headersSent ? outgoing.statusCode : null;
  metrics.requestEnded({ route, status: isCut ? null : status, seconds: measured.ms / 1_000, ...measured });
  const facts = { ...measured, method: incoming.method, path, status, ...(isCut && { cutOff: true }) };
  if (status !== null && status >= 500) log.warn(facts, 'request');
  else if (QUIET.has(route)) log.debug(facts, 'request');
  else log.info(facts, 'request');
}
