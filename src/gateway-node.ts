import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Gateway } from './gateway/createGateway.js';
import { setRemoteAddress } from './gateway/remoteAddress.js';
import { delay } from './shared/delay.js';

export { remoteAddressOf } from './gateway/remoteAddress.js';

/** How long a browser may go on sending what nobody wants any more before the connection is closed on it. */
const DRAIN_MS = 5_000;

/** Serves a gateway from `node:http` and frameworks on it (Express, Connect): streams both ways, and tells the gateway when the browser is gone. */
export function createNodeHandler(gateway: Gateway): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    void handle(gateway, incoming, outgoing).catch(() => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(400).end()));
  };
}

async function handle(gateway: Gateway, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const vanished = new AbortController();
  outgoing.on('close', () => !outgoing.writableFinished && vanished.abort(new DOMException('The browser is gone', 'AbortError')));
  const response = await gateway(toRequest(incoming, vanished.signal));
  if (outgoing.destroyed) return;
  // A browser that still sends sees the answer only if somebody takes the rest; not for ever, though.
  if (!incoming.complete) drain(incoming, outgoing);
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body) await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
  else outgoing.end();
}

function drain(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader('Connection', 'close');
  incoming.resume();
  const closed = new AbortController();
  incoming.on('close', () => closed.abort());
  delay(DRAIN_MS, closed.signal).then(
    () => incoming.destroy(),
    () => {},
  );
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) for (const each of value ?? []) headers.append(name, each);
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  // Express takes the path that a handler is mounted at off `url`.
  const { originalUrl = incoming.url ?? '/' } = incoming as IncomingMessage & { readonly originalUrl?: string };
  const url = new URL(originalUrl, `http://${incoming.headers.host ?? 'localhost'}`);
  const body = hasBody ? bodyOf(incoming) : null;
  const init = { method: incoming.method ?? 'GET', headers, signal, body, ...(hasBody && { duplex: 'half' }) };
  const request = new Request(url, init);
  setRemoteAddress(request, incoming.socket.remoteAddress);
  return request;
}

/** As a web stream that leaves the connection alone when it is cancelled: an early answer still has to reach the browser. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
