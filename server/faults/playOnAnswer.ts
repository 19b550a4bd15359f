import type { ServerResponse } from 'node:http';
import type { Fault } from './readFault.js';

/** Loses the answer after the request was done, or half of it, or keeps it back. */
export function playOnAnswer(fault: Fault, outgoing: ServerResponse): void {
  if (fault.kind === 'lose-answer') lose(outgoing);
  if (fault.kind === 'half-answer') halve(outgoing);
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

/** Its head leaves, and its body breaks off: a browser then never sends the request again by itself, as it may where nothing came at all. */
function halve(outgoing: ServerResponse): void {
  const { write } = outgoing;
  const breakOff = (chunk: unknown): ServerResponse => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) Reflect.apply(write, outgoing, [chunk.slice(0, 20)]);
    setTimeout(() => outgoing.socket?.destroy(), 50);
    return outgoing;
  };
  outgoing.write = (chunk: unknown) => {
    breakOff(chunk);
    return true;
  };
  outgoing.end = breakOff;
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
