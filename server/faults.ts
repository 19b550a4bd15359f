import type { IncomingMessage, ServerResponse } from 'node:http';
import { playOnBody } from './faults/playOnBody.js';
import { playOnAnswer } from './faults/playOnAnswer.js';
import { answerAs } from './faults/answerAs.js';
import { readFault } from './faults/readFault.js';

export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const HEADER = 'x-dropline-fault';
const PATHS = { uploads: /^\/(gateway|api\/1)\/upload$/, albums: /^\/(gateway|api\/1)\/albums(?:\/|$)/ };

/**
 * For tests only: plays the fault that a request's `X-Dropline-Fault` asks for, on uploads, or on what makes and fills albums.
 * `kind[=number][;on=uploads|albums][;leg=browser|upstream][;times=N;id=x][;retry-after=S]`.
 *
 * `leg=browser` (the default) acts where the browser called, `leg=upstream` on the gateway's own call behind it. Counts of `times` are kept here, in this process.
 */
export function withFaults(listener: Listener): Listener {
  const played = new Map<string, number>();
  return (incoming, outgoing) => {
    const header = incoming.headers[HEADER];
    const path = (incoming.url ?? '').split('?')[0] ?? '';
    if (typeof header !== 'string' || incoming.method !== 'POST') return listener(incoming, outgoing);
    const fault = readFault(header);
    const [, place] = PATHS[fault.on].exec(path) ?? [];
    if (place === undefined) return listener(incoming, outgoing);
    const isForwarded = fault.leg === 'upstream';
    if (isForwarded && place === 'gateway') return listener(incoming, outgoing);
    if (!isForwarded) forget(incoming);
    if (!isDue(played, fault.id, fault.times)) return listener(incoming, outgoing);
    const isAnswered = answerAs(fault, incoming, outgoing);
    if (isAnswered) return;
    playOnBody(fault, incoming);
    playOnAnswer(fault, outgoing);
    listener(incoming, outgoing);
  };
}

function isDue(played: Map<string, number>, id: string, times: number): boolean {
  const count = (played.get(id) ?? 0) + 1;
  if (id !== '') played.set(id, count);
  return id === '' || count <= times;
}

/** So that the gateway does not hand it on, and it is played once. */
function forget(incoming: IncomingMessage): void {
  delete incoming.headers[HEADER];
  delete incoming.headersDistinct[HEADER];
  const at = incoming.rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === HEADER);
  if (at >= 0) incoming.rawHeaders.splice(at, 2);
}
