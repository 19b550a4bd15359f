import { GatewayError } from './GatewayError.js';
import type { Authorization, GatewayOptions } from './GatewayOptions.js';

const PRIVATE_V4 = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const PRIVATE_V6 = /^\[?(::1|f[cd][0-9a-f]{2}:|fe80:)/i;

/** Whether a host name reaches this machine or its own network only. `0.0.0.0` and `::` listen to everybody, so they are not. */
export const isPrivateHost = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local') || PRIVATE_V4.test(host) || PRIVATE_V6.test(host);

const OPEN_TO_ALL =
  'The gateway has no authorize(), so anybody who reaches it uploads with your key. It therefore serves loopback and private addresses only. Give it authorize(request).';

/** @throws Error when the options would let the whole internet upload with the site's key, or are no options */
export function checkOptions({ upstream, apiKey, authorize, listensOn }: GatewayOptions): void {
  if (!/^https?:$/.test(URL.canParse(upstream) ? new URL(upstream).protocol : '')) {
    throw new Error(`upstream must be an http(s) address such as https://host.example, not ${JSON.stringify(upstream)}`);
  }
  if (apiKey === '')
    throw new Error('apiKey is empty, so the host would refuse every upload. Give it the key from your account on the host.');
  if (listensOn !== undefined && !authorize && !isPrivateHost(listensOn))
    throw new Error(`${OPEN_TO_ALL} It was to listen on ${listensOn}.`);
}

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

/** Asks `authorize`; without one, a name that is not private is refused, which also keeps rebound DNS names out. */
export async function checkAuthorized(
  request: Request,
  authorize: GatewayOptions['authorize'],
): Promise<Authorization & { isAllowed: true }> {
  if (!authorize) {
    if (isPrivateHost(new URL(request.url).hostname)) return { isAllowed: true };
    throw new GatewayError(403, OPEN_TO_ALL);
  }
  const authorization = await authorize(request);
  if (authorization.isAllowed) return authorization;
  throw new GatewayError(authorization.status ?? 401, authorization.message ?? 'Not authorized to upload');
}
