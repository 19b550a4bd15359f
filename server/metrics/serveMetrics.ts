import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Listener } from '../faults.js';
import { isSameSecret } from '../tokens.js';

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

/** Of the process, which is one, whatever runs in it. Made when it is first wanted, since it keeps on measuring. */
let ofProcess: Registry | null = null;

function processRegistry(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/** `/metrics` for whoever holds the token. Without one there is no such page: they tell how much is stored and who is busy. */
export function serveMetrics(registry: Registry, token: string | null): Listener {
  if (token === null)
    return (_, outgoing) => void outgoing.writeHead(404, PLAIN).end('METRICS_TOKEN is not set, so there are no metrics.\n');
  const all = Registry.merge([registry, processRegistry()]);
  return (incoming, outgoing) => {
    const [, sent = ''] = /^Bearer (.+)$/i.exec(incoming.headers.authorization ?? '') ?? [];
    if (!isSameSecret(sent, token)) {
      return void outgoing
        .writeHead(401, { ...PLAIN, 'WWW-Authenticate': 'Bearer' })
        .end('This asks for METRICS_TOKEN as a bearer token.\n');
    }
    all.metrics().then(
      (text) => outgoing.writeHead(200, { ...PLAIN, 'Content-Type': all.contentType }).end(text),
      () => outgoing.writeHead(500, PLAIN).end(),
    );
  };
}
