import type { IncomingMessage } from 'node:http';
import { createGateway, type GatewayOptions } from '../src/gateway.js';
import { createNodeHandler } from '../src/gateway-node.js';
import type { Environment } from './config/readEnvironment.js';
import type { Listener } from './faults.js';
import type { Visitors } from './http/visitors.js';
import type { UploadServer } from './index.js';
import type { Log } from './log/createLog.js';
import { nameGateway } from './log/nameGateway.js';
import { REQUEST_ID } from './log/watchRequests.js';
import { isPassword } from './page/checkPassword.js';

export const GATEWAY_PATH = '/gateway';
const FORWARDED_HOST = 'x-forwarded-host';

interface Behind {
  readonly uploadServer: UploadServer | null;
  /** The upload server's or the upstream's. */
  readonly apiKey: string;
  /** Of this process. */
  readonly url: string;
  readonly log: Log;
}

/**
 * The page's way to the upload server of the same process, or to the upstream.
 *
 * @throws Error in plain words where guests are to upload and may not
 */
export function createGatewayListener(options: Environment, { uploadServer, apiKey, url, log }: Behind): Listener {
  const isGuest = options.uploadAs === 'guest';
  const authorize = authorizeFor(options);
  const gatewayOptions: GatewayOptions = {
    upstream: options.upstream ?? url,
    apiKey: isGuest ? guestKeyOf(uploadServer) : apiKey,
    basePath: GATEWAY_PATH,
    listensOn: options.host,
    ...(authorize && { authorize }),
    // A guest's limits name the pages to sign up and in, at the address that the browser knows: the upload server tells them itself.
    ...(uploadServer && !isGuest && { limits: uploadServer.limits() }),
    ...(!isGuest && { albums: 'key' as const }),
    forwardHeaders: [
      ...(uploadServer ? [FORWARDED_HOST, REQUEST_ID, uploadServer.visitors.header] : []),
      ...(options.hasFaults ? ['x-dropline-fault'] : []),
    ],
  };
  const handle = createNodeHandler(nameGateway((tell) => createGateway({ ...gatewayOptions, log: tell }), log));
  return (incoming, outgoing) => {
    if (uploadServer) introduce(incoming, uploadServer.visitors);
    handle(incoming, outgoing);
  };
}

/** Where guests upload, the key that the gateway adds is everybody's. Undefined lets only private addresses in. */
function authorizeFor({ password, uploadAs }: Environment): GatewayOptions['authorize'] {
  if (password !== null)
    return ({ headers }) => (isPassword(headers.get('authorization'), password) ? { isAllowed: true } : { isAllowed: false });
  return uploadAs === 'guest' ? () => ({ isAllowed: true }) : undefined;
}

/** @throws Error where guests may not upload */
function guestKeyOf(uploadServer: UploadServer | null): string {
  if (uploadServer?.guestApiKey) return uploadServer.guestApiKey;
  throw new Error(
    'UPLOAD_AS is guest, but the settings let no guests upload. Set guestUploads to true in settings.json, or UPLOAD_AS to owner.',
  );
}

/** The upload server then writes its addresses as the browser sees them, and counts the browser's address, and not the gateway's own. */
function introduce(incoming: IncomingMessage, visitors: Visitors): void {
  const headers = { [FORWARDED_HOST]: incoming.headers.host ?? '', [visitors.header]: visitors.sign(incoming) };
  for (const [name, value] of Object.entries(headers)) {
    incoming.headers[name] = value;
    incoming.headersDistinct[name] = [value];
  }
}
