import type { ServerResponse } from 'node:http';
import type { Fault } from './readFault.js';

/** Loses the answer after the request was done, or keeps it back. */
export function playOnAnswer(fault: Fault, outgoing: ServerResponse): void {
  if (fault.kind === 'lose-answer') lose(outgoing);
  if (fault.kind === 'slow-answer') delayAnswer(outgoing, fault.amount);
}

function lose(outgoing: ServerResponse): void {
  const drop = (): ServerResponse => {
    outgoing.socket?.destroy();
    return outgoing;
  };
  outgoing.writeHead = () => outgoing;
  outgoing.flushHeaders = () => undefined;
  outgoing.write = () => true;
  outgoing.end = drop;
}

/** Takes what is written, and writes it later in the same order. */
function delayAnswer(outgoing: ServerResponse, ms: number): void {
  const { writeHead, write, end, flushHeaders } = outgoing;
  const calls: (() => void)[] = [];
  let isDue = false;
  const later = (call: () => void): void => {
    if (isDue) call();
    else calls.push(call);
    if (calls.length === 1 && !isDue) start();
  };
  const start = (): void => {
    setTimeout(() => {
      isDue = true;
      for (const call of calls) call();
    }, ms).unref();
  };
  outgoing.writeHead = (...args: unknown[]) => {
    later(() => Reflect.apply(writeHead, outgoing, args));
    return outgoing;
  };
  outgoing.flushHeaders = () => later(() => Reflect.apply(flushHeaders, outgoing, []));
  outgoing.write = (...args: unknown[]) => {
    later(() => Reflect.apply(write, outgoing, args));
    return true;
  };
  outgoing.end = (...args: unknown[]) => {
    later(() => Reflect.apply(end, outgoing, args));
    return outgoing;
  };
}
