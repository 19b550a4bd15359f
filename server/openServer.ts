import { createServer, type Server } from 'node:http';
import type { Bounds } from './config/bounds.js';
import type { Listener } from './faults.js';
import { keepPace } from './http/keepPace.js';
import { limitConnections } from './http/limitConnections.js';

const CHECK_MS = 5_000;

/** Listens on nothing yet. Whoever is silent, slow or many is closed, by what the bounds say. */
export function openServer({ pace, connections, headersMs, silentMs }: Bounds, proxies: readonly string[], listener: Listener): Server {
  // A slow line may take an hour for one file: what is too slow is told by its pace, not by the clock.
  const options = { requestTimeout: 0, headersTimeout: headersMs, connectionsCheckingInterval: Math.min(CHECK_MS, headersMs) };
  const server = createServer(options, (incoming, outgoing) => {
    keepPace(incoming, outgoing, pace);
    listener(incoming, outgoing);
  });
  server.setTimeout(silentMs);
  limitConnections(server, connections, ['loopback', ...proxies]);
  return server;
}
