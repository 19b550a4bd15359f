import { nowMs } from '../shared/clock.js';
import type { AnswerAlbums } from './albums/answerAlbums.js';
import { createMemoryAnswerStore } from './answerStore.js';
import { checkOptions } from './checkOptions.js';
import { createClientLimit } from './clientLimit.js';
import { createAnswers } from './createAnswers.js';
import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import { checkOrigin } from './guard.js';
import { answerUpload, type UploadRoute } from './upload.js';

/** Handles one request. Never rejects. */
export type Gateway = (request: Request) => Promise<Response>;

interface Routes extends UploadRoute {
  readonly answerAlbums: AnswerAlbums | null;
}

/**
 * Keeps the host's API key off the browser: takes files from pages of your own, adds the key, passes them on. Standard fetch types only.
 * `POST {basePath}/upload` takes a raw file with its options in the query, or a V1.1 multipart; `GET {basePath}/limits` says what the host takes;
 * `{basePath}/albums` lists, makes and fills albums where there is a way to them.
 *
 * @throws Error when the options are wrong, or would let the whole internet upload with your key
 */
export function createGateway(options: GatewayOptions): Gateway {
  checkOptions(options);
  const { clientLimit } = options;
  const routes: Routes = {
    options,
    answers: createAnswers(options.answers ?? createMemoryAnswerStore()),
    countUpload: clientLimit ? createClientLimit(clientLimit) : () => {},
    answerAlbums: albumsWhenNeeded(options),
  };
  return async (request) => {
    const startedAtMs = nowMs();
    const requestId = crypto.randomUUID();
    let error: unknown;
    const response = await respond(request, routes, (thrown) => (error = thrown));
    response.headers.set('X-Request-Id', requestId);
    const { method, url } = request;
    const durationMs = nowMs() - startedAtMs;
    tell(options, {
      requestId,
      method,
      path: new URL(url).pathname,
      status: response.status,
      durationMs,
      ...(error !== undefined && { error }),
    });
    return response;
  };
}

/** Most gateways have no albums, so what makes them is loaded with the first request for one. Null where there is no way to any. */
function albumsWhenNeeded(options: GatewayOptions): AnswerAlbums | null {
  const { albums } = options;
  if (albums === undefined) return null;
  // What is made and not its promise: in workers no request may wait for what another one has begun.
  let answer: AnswerAlbums | undefined;
  return async (request, route) => {
    const { createAlbumsAnswer } = await import('./albums/answerAlbums.js');
    answer ??= createAlbumsAnswer(options, albums);
    return answer(request, route);
  };
}

/** A log that fails must not take the answer with it. */
function tell({ log }: GatewayOptions, entry: Parameters<NonNullable<GatewayOptions['log']>>[0]): void {
  try {
    log?.(entry);
  } catch {
    // There is nobody else to tell.
  }
}

async function respond(request: Request, routes: Routes, onFault: (thrown: unknown) => void): Promise<Response> {
  const toResponse = (thrown: unknown): Response => {
    if (thrown instanceof GatewayError) return thrown.toResponse();
    onFault(thrown);
    return new GatewayError(500, 'The gateway failed').toResponse();
  };
  try {
    const origin = checkOrigin(request, routes.options.allowedOrigins ?? []);
    const response = await routed(request, routes).catch(toResponse);
    return origin === null ? response : readableBy(origin, response);
  } catch (thrown) {
    return toResponse(thrown);
  }
}

/** Refusals too: a page that cannot read them would take them for a lost connection. */
function readableBy(origin: string, response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
  response.headers.append('Vary', 'Origin');
  return response;
}

async function routed(request: Request, routes: Routes): Promise<Response> {
  const { options, answerAlbums } = routes;
  const { pathname } = new URL(request.url);
  const basePath = options.basePath ?? '/gateway';
  const route = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
  const isAlbums = answerAlbums !== null && /^\/albums(?:\/[^/]+\/images)?$/.test(route);
  if (route !== '/upload' && route !== '/limits' && !isAlbums) throw new GatewayError(404, 'Not found');
  if (request.method === 'OPTIONS') return preflight();
  if (isAlbums) return answerAlbums(request, route);
  if (route === '/upload' && request.method === 'POST') return answerUpload(request, routes);
  if (route === '/limits' && request.method === 'GET') return (await import('./limits.js')).answerLimits(request, options);
  throw new GatewayError(405, 'Method not allowed');
}

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'POST, GET',
      'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
      'Access-Control-Max-Age': '600',
    },
  });
