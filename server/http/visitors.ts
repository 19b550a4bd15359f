import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import { isSameSecret, randomHex } from '../tokens.js';

/** Who calls, by his address: for limits that are counted by it. */
export interface Visitors {
  /** The header by which the gateway of the same process says whom it calls for. */
  readonly header: string;
  /** Its value for this request: a secret of this process and the address. */
  sign(incoming: IncomingMessage): string;
  /** Whether that gateway sent it. */
  isOurs(incoming: IncomingMessage): boolean;
  /** Of the connection; behind a proxy that is trusted, of the last one in `X-Forwarded-For` that is not. Nobody else's word counts. */
  addressOf(incoming: IncomingMessage): string;
}

/** @param proxies networks of the proxies in front, in CIDR notation; without any, `X-Forwarded-For` is not looked at */
export function createVisitors(proxies: readonly string[]): Visitors {
  const isTrusted = proxyAddr.compile([...proxies]);
  const header = 'x-dropline-visitor';
  const secret = randomHex(16);
  const partsOf = (incoming: IncomingMessage): string[] => String(incoming.headers[header] ?? '').split(' ');
  const isOurs = (incoming: IncomingMessage): boolean => isSameSecret(partsOf(incoming)[0] ?? '', secret);
  const addressOf = (incoming: IncomingMessage): string => {
    const said = isOurs(incoming) ? (partsOf(incoming)[1] ?? '') : proxyAddr(incoming, isTrusted);
    return tidy(isIP(said) ? said : (incoming.socket.remoteAddress ?? ''));
  };
  return { header, addressOf, isOurs, sign: (incoming) => `${secret} ${addressOf(incoming)}` };
}

/** IPv4 that is written as IPv6 is the same visitor. */
const tidy = (address: string): string => (isIP(address) ? ipaddr.process(address).toString() : '');

/** One line has all of the 2^64 addresses of an IPv6 network, so they count as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [left = [], right] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = right === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::`;
}
