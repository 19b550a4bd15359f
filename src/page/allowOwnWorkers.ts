/** As far as this page needs it. Source: W3C Trusted Types. */
interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string | null }): unknown;
}

const WORKER_FILE = /^\/assets\/\w+\.worker-[\w-]+\.js$/;

/**
 * The one policy of the page, which is served under `require-trusted-types-for 'script'`: workers start from its own files, and no text becomes a script or markup.
 * Does nothing where the browser has no Trusted Types.
 */
export function allowOwnWorkers(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', { createScriptURL: (url) => (isOwnWorker(url) ? url : null) });
}

function isOwnWorker(url: string): boolean {
  const { origin, pathname } = new URL(url, location.href);
  return origin === location.origin && WORKER_FILE.test(pathname);
}
