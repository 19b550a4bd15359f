import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './readFault.js';

const STATUS_TEXTS: Readonly<Record<string, string>> = {
  413: '413 Request Entity Too Large',
  429: '429 Too Many Requests',
  500: '500 Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
};

const FLOOD = {
  status_code: 400,
  error: { message: 'Flooding detected. You can only upload 1 image per minute', code: 130 },
  status_txt: 'Bad Request',
};

/** Answers instead of the server, as a proxy in front or a busy host does; true if it did. The body is read and dropped, so that the client sees the answer. */
export function answerAs({ kind, retryAfter }: Fault, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const text = STATUS_TEXTS[kind];
  if (text === undefined && kind !== 'flood') return false;
  incoming.resume();
  const retry = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  const [type, body] = text === undefined ? ['application/json', JSON.stringify(FLOOD)] : ['text/html', page(text)];
  outgoing.writeHead(text === undefined ? 400 : Number(kind), { ...retry, 'Content-Type': `${type}; charset=utf-8` });
  outgoing.end(body);
  return true;
}

const page = (text: string): string =>
  `<html><head><title>${text}</title></head><body><center><h1>${text}</h1></center><hr><center>nginx</center></body></html>`;
