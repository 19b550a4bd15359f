import type { KeptAnswer } from './answerStore.js';

const TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  411: 'Length Required',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** A refusal, in the shape of the API but with a true HTTP status. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';

  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** A host's own code where it is a host's refusal. */
    readonly code: number = status,
  ) {
    super(message);
  }

  toResponse(): Response {
    const { status, headers } = this;
    return Response.json(this.toJson(), { status, headers: { 'Cache-Control': 'no-store', ...headers } });
  }

  /** As if the upstream had said it. */
  toAnswer(): KeptAnswer {
    return { status: this.status, contentType: 'application/json', body: JSON.stringify(this.toJson()) };
  }

  private toJson(): object {
    const { status, message, code } = this;
    return { status_code: status, error: { message, code }, status_txt: TEXTS[status] ?? 'Error' };
  }
}
