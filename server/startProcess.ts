import { access } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createGateway, type GatewayOptions } from '../src/gateway.js';
import { createNodeHandler } from '../src/gateway-node.js';
import { BOUNDS } from './config/bounds.js';
import type { Environment } from './config/readEnvironment.js';
import { withFaults, type Listener } from './faults.js';
import { createUploadServer, type UploadServer, type UploadServerOptions } from './index.js';
import type { Visitors } from './http/visitors.js';
import { listen, stopServer } from './listen.js';
import { openServer } from './openServer.js';
import { askPassword, isPassword } from './page/checkPassword.js';
import { readPageConfigIn, type PageFolders } from './page/pageConfig.js';
import { createServePage } from './page/servePage.js';

const PAGE_FOLDER = resolve(import.meta.dirname, '../dist/page');
const BASE_PATH = '/gateway';
const FORWARDED_HOST = 'x-forwarded-host';

export interface RunningProcess {
  readonly url: string;
  /** The upload server's or the upstream's. */
  readonly apiKey: string;
  /** Null when an upstream is set. */
  readonly uploadServer: UploadServer | null;
  /** What is wrong with `dropline.config.json`, a sentence each. */
  readonly configProblems: readonly string[];
  /** Finishes what runs, refuses what does not end in time, closes everything. */
  close(): Promise<void>;
}

export interface ProcessOptions extends Environment, Pick<UploadServerOptions, 'settings' | 'now' | 'bounds' | 'media'> {
  /** Whether the page must be there. Default true. */
  readonly needsPage?: boolean;
}

/**
 * One process on one port: the page, the gateway, and the upload server unless an upstream is set.
 *
 * @throws Error in plain words when it cannot start
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  if (options.needsPage ?? true) await requirePage();
  const uploadServer = options.upstream === null ? await createUploadServer(uploadOptions(options)) : null;
  const apiKey = uploadServer?.apiKey ?? options.apiKey ?? '';
  let listener: Listener = (_, outgoing) => outgoing.writeHead(503).end();
  const proxies = uploadServer?.settings.proxies ?? [];
  const server = openServer(options.bounds ?? BOUNDS, proxies, (incoming, outgoing) => listener(incoming, outgoing));
  try {
    await listen(server, options.port, options.host);
    const url = urlOf(server, options.host);
    listener = createListener(options, uploadServer, apiKey, url);
    const { problems } = await readPageConfigIn(foldersOf(options));
    return { url, apiKey, uploadServer, configProblems: problems, close: () => closeAll(server, uploadServer) };
  } catch (thrown) {
    server.close();
    await uploadServer?.close();
    throw thrown;
  }
}

const foldersOf = ({ dataDir }: ProcessOptions): PageFolders => ({ page: PAGE_FOLDER, data: dataDir });

async function closeAll(server: Server, uploadServer: UploadServer | null): Promise<void> {
  await stopServer(server, () => uploadServer?.refuseRunning());
  await uploadServer?.close();
}

const uploadOptions = ({ dataDir, apiKey, preset, settings, now, bounds, media }: ProcessOptions): UploadServerOptions => ({
  dataDir,
  ...(apiKey !== null && { apiKey }),
  ...(preset !== null && { preset }),
  ...(settings && { settings }),
  ...(now && { now }),
  ...(bounds && { bounds }),
  ...(media && { media }),
});

function createListener(options: ProcessOptions, uploadServer: UploadServer | null, apiKey: string, url: string): Listener {
  const { password } = options;
  const isGuest = options.uploadAs === 'guest';
  const authorize = authorizeFor(options);
  const gateway = createNodeHandler(
    createGateway({
      upstream: options.upstream ?? url,
      apiKey: isGuest ? guestKeyOf(uploadServer) : apiKey,
      basePath: BASE_PATH,
      listensOn: options.host,
      ...(authorize && { authorize }),
      // A guest's limits name the pages to sign up and in, at the address that the browser knows: the upload server tells them itself.
      ...(uploadServer && !isGuest && { limits: uploadServer.limits() }),
      ...(!isGuest && { albums: 'key' as const }),
      forwardHeaders: [
        ...(uploadServer ? [FORWARDED_HOST, uploadServer.visitors.header] : []),
        ...(options.hasFaults ? ['x-dropline-fault'] : []),
      ],
    }),
  );
  const servePage = createServePage(foldersOf(options), options.upstream);
  const upload: Listener = uploadServer ? getListener(uploadServer) : (_, outgoing) => outgoing.writeHead(404).end();
  const route: Listener = (incoming, outgoing) => {
    if ((incoming.url ?? '').startsWith(`${BASE_PATH}/`)) {
      if (uploadServer) introduce(incoming, uploadServer.visitors);
      return gateway(incoming, outgoing);
    }
    if (askPassword(incoming, outgoing, password)) return;
    servePage(incoming, outgoing).then(
      (isServed) => !isServed && upload(incoming, outgoing),
      (thrown: unknown) => refuse(outgoing, thrown),
    );
  };
  return options.hasFaults ? withFaults(route) : route;
}

/** Where guests upload, the key that the gateway adds is everybody's. Undefined lets only private addresses in. */
function authorizeFor({ password, uploadAs }: ProcessOptions): GatewayOptions['authorize'] {
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

/** The body is the upload routes' own to read and to drop. */
function getListener(uploadServer: UploadServer): Listener {
  const listener = getRequestListener(uploadServer.app.fetch, { overrideGlobalObjects: false, autoCleanupIncoming: false });
  return (incoming, outgoing) => void listener(incoming, outgoing).catch((thrown: unknown) => refuse(outgoing, thrown));
}

function refuse(outgoing: ServerResponse, thrown: unknown): void {
  console.error(thrown);
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(500).end();
}

/** The upload server then writes its addresses as the browser sees them, and counts the browser's address, and not the gateway's own. */
function introduce(incoming: IncomingMessage, visitors: Visitors): void {
  const headers = { [FORWARDED_HOST]: incoming.headers.host ?? '', [visitors.header]: visitors.sign(incoming) };
  for (const [name, value] of Object.entries(headers)) {
    incoming.headers[name] = value;
    incoming.headersDistinct[name] = [value];
  }
}

async function requirePage(): Promise<void> {
  await access(join(PAGE_FOLDER, 'index.html')).catch((cause: unknown) => {
    throw new Error('dist/page is missing, so there is no page to serve. Build it with `npm run build`, or use `npm start`, which does.', {
      cause,
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const isAny = host === '0.0.0.0' || host === '::';
  return `http://${isAny ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
