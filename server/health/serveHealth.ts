import type { ServerResponse } from 'node:http';
import type { Listener } from '../faults.js';
import type { Readiness } from './readiness.js';

/** `/healthz`: the process lives. A busy one may answer late, but a full disk is no reason to end it. */
export const serveHealth: Listener = (_, outgoing) => answer(outgoing, 200, { status: 'ok' });

/** `/readyz`: whether uploads can be sent here, and if not, why. */
export function serveReadiness(readiness: Readiness): Listener {
  return (_, outgoing) => {
    void readiness().then((reason) =>
      reason === null ? answer(outgoing, 200, { status: 'ready' }) : answer(outgoing, 503, { status: 'unavailable', reason }),
    );
  };
}

function answer(outgoing: ServerResponse, status: number, body: Readonly<Record<string, string>>): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  outgoing.end(`${JSON.stringify(body)}\n`);
}
