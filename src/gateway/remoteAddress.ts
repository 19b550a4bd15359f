/** The gateway and its adapters are entries of their own, so that they may not share a module: the registry's symbol is the same in both. */
const REMOTE_ADDRESS = Symbol.for('dropline.gateway.remoteAddress');

/** For adapters: says who is at the other end of the connection. */
export function setRemoteAddress(request: Request, address: string | undefined): void {
  if (address !== undefined) Object.defineProperty(request, REMOTE_ADDRESS, { value: address });
}

/**
 * The address at the other end of the connection, which behind a proxy is the proxy's.
 *
 * @returns null where no adapter said it: a bare `Request` does not hold it
 */
export function remoteAddressOf(request: Request): string | null {
  const address = (request as Request & { readonly [REMOTE_ADDRESS]?: unknown })[REMOTE_ADDRESS];
  return typeof address === 'string' ? address : null;
}
