import type { IncomingMessage } from 'node:http';
import type { Fault } from './readFault.js';

/** Breaks off, holds up or slows down the body on its way in, below whoever reads it. */
export function playOnBody(fault: Fault, incoming: IncomingMessage): void {
  if (fault.kind === 'cut') cut(incoming, fault.amount);
  if (fault.kind === 'stall') stall(incoming, fault.amount);
  if (fault.kind === 'slow') slowDown(incoming, Math.max(1, fault.amount));
}

/** Node hands each piece of the body to `push`; what stands in its place sees it first. */
type Push = (chunk: Buffer | null) => boolean;

const pushOf = (incoming: IncomingMessage): Push => incoming.push.bind(incoming);

function cut(incoming: IncomingMessage, afterBytes: number): void {
  const push = pushOf(incoming);
  let bytes = 0;
  incoming.push = (chunk: Buffer | null) => {
    bytes += chunk?.length ?? 0;
    if (bytes < afterBytes) return push(chunk);
    incoming.socket.destroy();
    return false;
  };
}

function stall(incoming: IncomingMessage, afterBytes: number): void {
  const push = pushOf(incoming);
  let bytes = 0;
  incoming.push = (chunk: Buffer | null) => {
    bytes += chunk?.length ?? 0;
    if (bytes < afterBytes) return push(chunk);
    incoming._read = () => undefined;
    incoming.socket.pause();
    return false;
  };
}

function slowDown(incoming: IncomingMessage, bytesPerSecond: number): void {
  const push = pushOf(incoming);
  const read = incoming._read.bind(incoming);
  let isWaiting = false;
  let isWanted = false;
  incoming._read = (size: number) => {
    if (isWaiting) isWanted = true;
    else read(size);
  };
  incoming.push = (chunk: Buffer | null) => {
    if (chunk === null) return push(chunk);
    isWaiting = true;
    const timer = setTimeout(
      () => {
        isWaiting = false;
        if (isWanted && !incoming.destroyed) read(0);
        isWanted = false;
      },
      (chunk.length / bytesPerSecond) * 1_000,
    );
    timer.unref();
    push(chunk);
    return false;
  };
}
