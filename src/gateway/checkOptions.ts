import type { GatewayOptions } from './GatewayOptions.js';
import { OPEN_TO_ALL } from './guard.js';
import { isPrivateHost } from './privateHost.js';

/** Between one connection's ends, or made by the gateway itself; passed on they would say something false or give something away. */
const NEVER_FORWARDED =
  /^(?:x-api-key|cookie|host|content-.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|idempotency-key)$/i;

/** @throws Error when the options would let the whole internet upload with the site's key, or are no options */
export function checkOptions(options: GatewayOptions): void {
  const { upstream, apiKey, authorize, listensOn, clientLimit, albums } = options;
  if (!/^https?:$/.test(URL.canParse(upstream) ? new URL(upstream).protocol : '')) {
    throw new Error(`upstream must be an http(s) address such as https://host.example, not ${JSON.stringify(upstream)}`);
  }
  if (!apiKey) throw new Error('apiKey is missing, so the host would refuse every upload. Give it the key from your account on the host.');
  if (listensOn !== undefined && !authorize && !isPrivateHost(listensOn))
    throw new Error(`${OPEN_TO_ALL} It was to listen on ${listensOn}.`);
  if (clientLimit && !(Number.isInteger(clientLimit.uploadsPerMinute) && clientLimit.uploadsPerMinute > 0))
    throw new Error(`clientLimit.uploadsPerMinute must be a whole number above 0, not ${clientLimit.uploadsPerMinute}`);
  if (typeof albums === 'object' && (albums.session.user === '' || albums.session.password === ''))
    throw new Error('albums.session wants the user and the password of your account on the host, but one of them is empty.');
  checkOrigins(options.allowedOrigins ?? []);
  checkForwarded(options.forwardHeaders ?? []);
}

function checkOrigins(origins: readonly string[]): void {
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined)
    throw new Error(
      `allowedOrigins are compared exactly, so each must be as browsers send it, https://site.example, not ${JSON.stringify(wrong)}`,
    );
}

function checkForwarded(names: readonly string[]): void {
  const wrong = names.find((name) => NEVER_FORWARDED.test(name));
  if (wrong !== undefined) throw new Error(`forwardHeaders must not name ${wrong}: the gateway sets it itself or keeps it back`);
}
