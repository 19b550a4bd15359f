import type { GatewayOptions } from './GatewayOptions.js';

/**
 * The headers of a call to the upstream: the key, and of the browser's only what the options name. Nothing is taken away from the browser's headers;
 * they never come along.
 */
export function upstreamHeaders(request: Request, { apiKey, forwardHeaders = [] }: GatewayOptions): Headers {
  const headers = new Headers({ 'X-API-Key': apiKey, Accept: 'application/json' });
  for (const name of forwardHeaders) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
