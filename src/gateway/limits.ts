import type { HostLimits } from '../api/contract.js';
import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import { parseJson, readCapped } from './readCapped.js';
import { upstreamHeaders } from './upstreamHeaders.js';

const MAX_LIMITS_BYTES = 1_000_000;
const ANSWER_MS = 10_000;

/**
 * What the host takes: from the options, else as the upstream tells it to the holder of the key. Only hosts of ours tell it.
 *
 * @throws GatewayError 404 when the host tells nothing, 502 when it cannot be reached
 */
export async function answerLimits(request: Request, options: GatewayOptions): Promise<Response> {
  const limits = options.limits ?? (await askLimits(request, options));
  const maxBytes = Math.min(limits.maxBytes, options.maxBytes ?? Infinity);
  return Response.json({ ...limits, maxBytes }, { headers: { 'Cache-Control': 'no-cache' } });
}

async function askLimits(request: Request, options: GatewayOptions): Promise<HostLimits> {
  const answer = await fetch(new URL('/api/1/limits', options.upstream), {
    headers: upstreamHeaders(request, options),
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch(() => {
    throw new GatewayError(502, 'The host cannot be reached');
  });
  const text = await readCapped(answer.body, MAX_LIMITS_BYTES).catch(() => null);
  const limits = parseJson(text?.replaceAll(options.apiKey, '…') ?? null);
  if (!answer.ok || !isLimits(limits)) throw new GatewayError(404, 'The host does not tell its limits');
  return withoutAccount(limits);
}

/** The client reads them by its schema; here it is enough that they are some. */
const isLimits = (value: unknown): value is HostLimits =>
  typeof value === 'object' && value !== null && 'formats' in value && 'maxBytes' in value && typeof value.maxBytes === 'number';

/** The account of the key is the site's, and nobody who uploads through it can sign in there. */
const withoutAccount = (limits: HostLimits): HostLimits =>
  limits.account?.kind === 'member' ? { ...limits, account: { ...limits.account, signUpUrl: null, signInUrl: null } } : limits;
