import { connect, type Socket } from 'node:net';
import type { StartedServer } from './startServer.js';

/** A connection on which anything may be sent, and all that came on it when it was closed. */
export interface RawClient {
  readonly socket: Socket;
  readonly closed: Promise<string>;
}

export function connectRaw({ url }: Pick<StartedServer, 'url'>): RawClient {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  return { socket, closed };
}

export const FORM_START = '--x\r\nContent-Disposition: form-data; name="source"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';
export const FORM_END = '\r\n--x--\r\n';

/** The head of an upload whose form has the boundary `x`; without a length it comes in chunks. */
export const headOf = ({ apiKey }: Pick<StartedServer, 'apiKey'>, contentLength: number | null): string =>
  [
    'POST /api/1/upload HTTP/1.1',
    'Host: x',
    `X-API-Key: ${apiKey}`,
    'Content-Type: multipart/form-data; boundary=x',
    contentLength === null ? 'Transfer-Encoding: chunked' : `Content-Length: ${contentLength}`,
    '\r\n',
  ].join('\r\n');

/** Sends pieces, one each `everyMs`, for as long as there is a connection. */
export function trickle({ socket }: RawClient, pieces: Iterable<Buffer | string>, everyMs: number): void {
  const left = pieces[Symbol.iterator]();
  const timer = setInterval(() => {
    const { value, done } = left.next();
    if (done) clearInterval(timer);
    else socket.write(value);
  }, everyMs);
  socket.once('close', () => clearInterval(timer));
}
