import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address as ranges see it: one of IPv4 that is written as IPv6 is what it stands for. */
const parse = (address: string): ipaddr.IPv4 | ipaddr.IPv6 => ipaddr.process(address);

/** Whether anybody on the internet could have asked this address himself: not loopback, private, link-local, a cloud's metadata, or kept for anything else. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = parse(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || isIn([GLOBAL_UNICAST], address));
}

/** All of IPv6 that is given to anybody (RFC 4291, 2.4 and IANA's registry). */
const GLOBAL_UNICAST = '2000::/3';

export const isNetwork = (text: string): boolean => ipaddr.isValidCIDR(text);

/** Whether it lies in one of the networks, each in CIDR notation. */
export function isIn(networks: readonly string[], address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = parse(address);
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === parsed.kind() && parsed.match(base, bits);
  });
}

/** A name that leads to an address which must not be reached, or such an address itself. */
export class NonPublicAddressError extends Error {
  override readonly name = 'NonPublicAddressError';
}

/**
 * Resolves a name and lets the connection go to what was checked and nowhere else: a second question could have another answer.
 * One wrong address among several is enough to refuse all.
 */
export function createCheckedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
      if (error) return done(error, '');
      const [first] = found;
      if (!first || found.some(({ address }) => !isAllowed(address))) return done(new NonPublicAddressError(host), '');
      if (options.all) return done(null, [...found]);
      done(null, first.address, first.family);
    });
  };
}
