import { GatewayError } from './GatewayError.js';
import type { Authorization, GatewayOptions } from './GatewayOptions.js';
import { isPrivateHost } from './privateHost.js';
import { remoteAddressOf } from './remoteAddress.js';

export const OPEN_TO_ALL =
  'The gateway has no authorize(), so anybody who reaches it uploads with your key. It therefore serves loopback and private addresses only. Give it authorize(request).';

/** The origin that may read the answer, null for the gateway's own pages. Refuses what another site's page makes a browser send. */
export function checkOrigin(request: Request, allowedOrigins: readonly string[]): string | null {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.includes(origin)) return origin;
  const site = request.headers.get('sec-fetch-site');
  const isForeign = origin === null ? site === 'cross-site' || site === 'same-site' : !isOwnOrigin(origin, request);
  if (isForeign) throw new GatewayError(403, 'Uploads from this origin are not allowed');
  return null;
}

/** A proxy in front may speak https where this server sees http, so hosts are compared, not schemes. */
const isOwnOrigin = (origin: string, request: Request): boolean =>
  URL.canParse(origin) && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);

/** Asks `authorize`; without one, a request that has been anywhere public is refused, which also keeps rebound DNS names out. */
export async function checkAuthorized(
  request: Request,
  authorize: GatewayOptions['authorize'],
): Promise<Authorization & { isAllowed: true }> {
  if (!authorize) {
    if (hostsOf(request).every(isPrivateHost)) return { isAllowed: true };
    throw new GatewayError(403, OPEN_TO_ALL);
  }
  const authorization = await authorize(request);
  if (authorization.isAllowed) return authorization;
  throw new GatewayError(authorization.status ?? 401, authorization.message ?? 'Not authorized to upload');
}

/** Every name and address that the request was seen under. Some are the client's own word, but each can only make the answer stricter. */
function hostsOf(request: Request): string[] {
  const listed = (name: string): string[] =>
    (request.headers.get(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  const remote = remoteAddressOf(request);
  return [
    new URL(request.url).hostname,
    ...[...listed('host'), ...listed('x-forwarded-host')].map(hostnameOf),
    ...listed('x-forwarded-for'),
    ...(remote === null ? [] : [remote]),
  ];
}

const hostnameOf = (host: string): string => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host);
