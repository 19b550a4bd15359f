import { access } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { BOUNDS } from './config/bounds.js';
import type { Environment } from './config/readEnvironment.js';
import { withFaults, type Listener } from './faults.js';
import { createGatewayListener, GATEWAY_PATH } from './createGatewayListener.js';
import { serveHealth, serveReadiness } from './health/serveHealth.js';
import { createUploadServer, type UploadServer, type UploadServerOptions } from './index.js';
import { listen, stopServer } from './listen.js';
import { type Log, silentLog } from './log/createLog.js';
import { REQUEST_ID, watchRequests } from './log/watchRequests.js';
import { createMetrics, type Metrics } from './metrics/createMetrics.js';
import { serveMetrics } from './metrics/serveMetrics.js';
import { openServer } from './openServer.js';
import { askPassword } from './page/checkPassword.js';
import { readPageConfigIn, type PageFolders } from './page/pageConfig.js';
import { createServePage } from './page/servePage.js';

const PAGE_FOLDER = resolve(import.meta.dirname, '../dist/page');

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
  /** Default: says nothing. */
  readonly log?: Log;
}

/** What the parts of one process share. */
interface Watched {
  readonly log: Log;
  readonly metrics: Metrics;
  isStopping: boolean;
}

/**
 * One process on one port: the page, the gateway, and the upload server unless an upstream is set.
 *
 * @throws Error in plain words when it cannot start
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  if (options.needsPage ?? true) await requirePage();
  const watched: Watched = { log: options.log ?? silentLog, metrics: createMetrics(), isStopping: false };
  const uploadServer = options.upstream === null ? await createUploadServer(uploadOptions(options, watched)) : null;
  const apiKey = uploadServer?.apiKey ?? options.apiKey ?? '';
  let listener: Listener = (_, outgoing) => outgoing.writeHead(503).end();
  const proxies = uploadServer?.settings.proxies ?? [];
  const server = openServer(options.bounds ?? BOUNDS, proxies, (incoming, outgoing) => listener(incoming, outgoing));
  try {
    await listen(server, options.port, options.host);
    const url = urlOf(server, options.host);
    const gateway = createGatewayListener(options, { uploadServer, apiKey, url, log: watched.log });
    const isOurs = (incoming: IncomingMessage): boolean => uploadServer?.visitors.isOurs(incoming) ?? false;
    listener = watchRequests(createListener(options, uploadServer, gateway, watched), { ...watched, isOurs });
    const { problems } = await readPageConfigIn(foldersOf(options));
    return { url, apiKey, uploadServer, configProblems: problems, close: () => closeAll(server, uploadServer, options, watched) };
  } catch (thrown) {
    server.close();
    await uploadServer?.close();
    throw thrown;
  }
}

const foldersOf = ({ dataDir }: ProcessOptions): PageFolders => ({ page: PAGE_FOLDER, data: dataDir });

async function closeAll(
  server: Server,
  uploadServer: UploadServer | null,
  { drainSeconds }: ProcessOptions,
  watched: Watched,
): Promise<void> {
  watched.isStopping = true;
  watched.log.info({ drainSeconds }, 'stopping');
  // Whoever sends requests here sees meanwhile that this process is not ready, and sends them elsewhere.
  await new Promise((resolve) => setTimeout(resolve, drainSeconds * 1_000));
  await stopServer(server, () => uploadServer?.refuseRunning());
  await uploadServer?.close();
  watched.log.info({}, 'stopped');
}

const uploadOptions = (
  { dataDir, apiKey, preset, settings, now, bounds, media }: ProcessOptions,
  { log, metrics }: Watched,
): UploadServerOptions => ({
  dataDir,
  log,
  metrics,
  ...(apiKey !== null && { apiKey }),
  ...(preset !== null && { preset }),
  ...(settings && { settings }),
  ...(now && { now }),
  ...(bounds && { bounds }),
  ...(media && { media }),
});

function createListener(options: ProcessOptions, uploadServer: UploadServer | null, gateway: Listener, watched: Watched): Listener {
  const operators = operatorRoutes(options, uploadServer, watched);
  const servePage = createServePage(foldersOf(options), options.upstream);
  const upload: Listener = uploadServer ? getListener(uploadServer, watched.log) : (_, outgoing) => outgoing.writeHead(404).end();
  const route: Listener = (incoming, outgoing) => {
    const [path = ''] = (incoming.url ?? '').split('?');
    const forOperators = operators.get(path);
    if (forOperators) return forOperators(incoming, outgoing);
    if (path.startsWith(`${GATEWAY_PATH}/`)) return gateway(incoming, outgoing);
    if (askPassword(incoming, outgoing, options.password)) return;
    servePage(incoming, outgoing).then(
      (isServed) => !isServed && upload(incoming, outgoing),
      (thrown: unknown) => refuse(incoming, outgoing, thrown, watched.log),
    );
  };
  return options.hasFaults ? withFaults(route) : route;
}

/** For whoever runs the process: not behind the page's password, and there with an upstream too. */
function operatorRoutes(
  { metricsToken }: ProcessOptions,
  uploadServer: UploadServer | null,
  watched: Watched,
): ReadonlyMap<string, Listener> {
  const readiness = async () => (watched.isStopping ? 'stopping' : ((await uploadServer?.readiness()) ?? null));
  return new Map([
    ['/healthz', serveHealth],
    ['/readyz', serveReadiness(readiness)],
    ['/metrics', serveMetrics(watched.metrics.registry, metricsToken)],
  ]);
}

/** The body is the upload routes' own to read and to drop. */
function getListener(uploadServer: UploadServer, log: Log): Listener {
  const listener = getRequestListener(uploadServer.app.fetch, { overrideGlobalObjects: false, autoCleanupIncoming: false });
  return (incoming, outgoing) => void listener(incoming, outgoing).catch((thrown: unknown) => refuse(incoming, outgoing, thrown, log));
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, thrown: unknown, log: Log): void {
  const requestId = incoming.headers[REQUEST_ID];
  log.error({ requestId, err: thrown }, 'a request failed');
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`Something went wrong: ${String(requestId)}\n`);
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
