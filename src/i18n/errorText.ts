import type { AnyUploadError, UploadErrorCode, UploadErrorDetails } from '../shared/UploadError.js';
import type { ErrorText, Messages } from './messages.js';

/** What people read about an error. */
export function errorText(error: AnyUploadError, { errors }: Messages): ErrorText {
  // The union pairs each code with its own details; the compiler cannot follow that through an index.
  const textOf = errors[error.code] as (details: UploadErrorDetails[UploadErrorCode]) => ErrorText;
  return textOf(error.details);
}
