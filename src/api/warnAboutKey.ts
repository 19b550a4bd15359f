import { warnOnce } from '../shared/warnOnce.js';

const KEY_HEADERS = ['x-api-key', 'authorization'];

/** Warns in development when a browser is about to send a host's key, which everybody who opens the page could then read. */
export function warnAboutKey(key: string | undefined, headers: Readonly<Record<string, string>>): void {
  if (typeof window === 'undefined') return;
  if (!key && !Object.keys(headers).some((name) => KEY_HEADERS.includes(name.toLowerCase()))) return;
  warnOnce(
    'An API key was given to a client in the browser, so everybody who opens this page can read it and upload in its name. ' +
      'Keep the key on a server: use createGatewayClient with createGateway of dropline/gateway.',
  );
}
