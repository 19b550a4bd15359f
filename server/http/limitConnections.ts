import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import { networkOf } from './visitors.js';

export interface ConnectionLimits {
  readonly total: number;
  /** Of one address, or of one line of IPv6. */
  readonly perAddress: number;
}

/**
 * Closes what is more at once. Loopback, where the gateway and many proxies call from, counts only in the total; so do the proxies that are named.
 *
 * @param exempt networks in CIDR notation
 */
export function limitConnections(server: Server, limits: ConnectionLimits, exempt: readonly string[]): void {
  const isExempt = proxyAddr.compile([...exempt]);
  const counts = new Map<string, number>();
  server.maxConnections = limits.total;
  server.on('connection', (socket: Socket) => {
    const said = socket.remoteAddress;
    // It went before it was looked at.
    if (said === undefined) return;
    const address = ipaddr.process(said).toString();
    if (isExempt(address, 0)) return;
    const network = networkOf(address);
    const count = (counts.get(network) ?? 0) + 1;
    if (count > limits.perAddress) return void socket.destroy();
    counts.set(network, count);
    socket.once('close', () => {
      const left = (counts.get(network) ?? 1) - 1;
      if (left > 0) counts.set(network, left);
      else counts.delete(network);
    });
  });
}
