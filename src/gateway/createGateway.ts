import { nowMs } from '../shared/clock.js';
import { createMemoryAnswerStore, type KeptAnswer } from './answerStore.js';
import { answerPage } from './answerPage.js';
import { createAnswers, type Answers } from './createAnswers.js';
import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import { checkAuthorized, checkOptions, checkOrigin } from './guard.js';
import { relayUpload } from './relayUpload.js';

/** Handles one request. Never rejects. */
export type Gateway = (request: Request) => Promise<Response>;

/**
 * Keeps the host's API key off the browser: takes files from pages of your own, adds the key, passes them on. Standard fetch types only.
 * `POST {basePath}/upload` takes a raw file with its options in the query, or a V1.1 multipart; `GET {basePath}/limits` says what the host takes.
 *
 * @throws Error when the options are wrong, or would let the whole internet upload with your key
 */
export function createGateway(options: GatewayOptions): Gateway {
  checkOptions(options);
  const answers = createAnswers(options.answers ?? createMemoryAnswerStore());
  return async (request) => {
    const startedAtMs = nowMs();
    const requestId = crypto.randomUUID();
    const response = await respond(request, options, answers).catch(toResponse);
    response.headers.set('X-Request-Id', requestId);
    const { pathname } = new URL(request.url);
    options.log?.({ requestId, method: request.method, path: pathname, status: response.status, durationMs: nowMs() - startedAtMs });
    return response;
  };
}

async function respond(request: Request, options: GatewayOptions, answers: Answers): Promise<Response> {
  const { basePath = '/gateway', allowedOrigins = [] } = options;
  const route = new URL(request.url).pathname.slice(basePath.length);
  const origin = checkOrigin(request, allowedOrigins);
  const response = await routed(route, request, options, answers);
  if (origin !== null) {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.append('Vary', 'Origin');
  }
  return response;
}

async function routed(route: string, request: Request, options: GatewayOptions, answers: Answers): Promise<Response> {
  switch (`${request.method} ${route}`) {
    case 'POST /upload':
      return upload(request, options, answers);
    case 'GET /limits':
      return limits(options);
    case 'OPTIONS /upload':
    case 'OPTIONS /limits':
      return new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'POST, GET',
          'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
          'Access-Control-Max-Age': '600',
        },
      });
    default:
      throw route === '/upload' || route === '/limits' ? new GatewayError(405, 'Method not allowed') : new GatewayError(404, 'Not found');
  }
}

async function upload(request: Request, options: GatewayOptions, answers: Answers): Promise<Response> {
  const { subject = '', fields = {} } = await checkAuthorized(request, options.authorize);
  const repeatKey = request.headers.get('idempotency-key');
  // The subject comes first and its length with it: no key can reach into another subject's answers.
  const key = repeatKey === null ? null : `${subject.length}:${subject}:${repeatKey.slice(0, 256)}`;
  const answer = await answers.once(key, () => relayUpload(request, options, fields));
  const wantsPage = /^text\/html\b/.test(request.headers.get('accept') ?? '');
  return wantsPage ? answerPage(answer) : passOn(answer);
}

/** Nothing of the upstream's headers but the type: cookies and the like are between it and this server. */
const passOn = ({ status, contentType, body }: KeptAnswer): Response =>
  new Response(body, {
    // A redirect of the host must not lead the browser there.
    status: status >= 300 && status < 400 ? 502 : status,
    headers: {
      'Content-Type': contentType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    },
  });

async function limits({ limits: own, upstream }: GatewayOptions): Promise<Response> {
  const headers = { 'Cache-Control': 'no-cache' };
  if (own) return Response.json(own, { headers });
  const answer = await fetch(new URL('/api/1/limits', upstream), { headers: { Accept: 'application/json' } }).catch(() => {
    throw new GatewayError(502, 'The host cannot be reached');
  });
  if (!answer.ok) throw new GatewayError(404, 'The host does not tell its limits');
  return Response.json(await answer.json(), { headers });
}

function toResponse(thrown: unknown): Response {
  return thrown instanceof GatewayError ? thrown.toResponse() : new GatewayError(500, 'The gateway failed').toResponse();
}
