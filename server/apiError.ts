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

/** What the caller may read of anything thrown; what it may not read goes to the log. */
export function toApiError(thrown: unknown): ApiError {
  if (isApiError(thrown)) return thrown;
  console.error(thrown);
  return isDiskFull(thrown) ? DISK_FULL : SYSTEM_ERROR;
}
