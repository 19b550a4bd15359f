import type { Log } from './log/createLog.js';

/**
 * A refusal in the words and codes of the upload API V1.1. Its message is shown to the caller, so it never holds a path, a query or a stack.
 * Anything else that is thrown is a fault of the server and is answered as `SYSTEM_ERROR`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: number | string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const SYSTEM_ERROR = new ApiError(600, 'System error, try again later');

const DISK_FULL = new ApiError(104, 'No storage space left');

const isDiskFull = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String(thrown.code));

export const isApiError = (thrown: unknown): thrown is ApiError => thrown instanceof ApiError;

/** What the caller may read of anything thrown; what it may not read goes to the log, under the request's id. */
export function toApiError(thrown: unknown, log: Log, requestId: string): ApiError {
  if (isApiError(thrown)) return thrown;
  log.error({ requestId, err: thrown }, 'a request failed');
  return isDiskFull(thrown) ? DISK_FULL : SYSTEM_ERROR;
}
