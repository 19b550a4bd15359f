/** The spans in which a host counts uploads for its flood limit. */
export type FloodPeriod = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** What was wrong with an answer: `truncated` is half a JSON, `shape` a JSON of something else, `endless` one that never stopped. */
export type BadReplyHint = 'empty' | 'html' | 'text' | 'truncated' | 'shape' | 'redirected' | 'endless';

/** What each failure carries. Add a code here first: the compiler then lists every place to handle it. */
export interface UploadErrorDetails {
  /** Somebody stopped it on purpose. */
  aborted: Record<string, never>;
  /** The browser has no connection; nothing was sent. */
  'network.offline': Record<string, never>;
  /** The connection broke before the last body byte left: surely not stored. */
  'network.lost': { sentBytes: number; sizeBytes: number };
  /** No byte left for `stalledMs`: surely not stored. */
  'network.stalled': { stalledMs: number };
  /** The body left, then the answer was lost: stored or not, nobody knows. `status` is 502 or 504, null without any answer. */
  'network.answerLost': { status: number | null };
  /** The body left and no answer came for `waitedMs`: stored or not, nobody knows. */
  'network.noAnswer': { waitedMs: number };
  /** The key or the session is missing, wrong or over. */
  'auth.required': { hostMessage: string };
  /** Signed in or not, this is not permitted here. */
  'auth.forbidden': { hostMessage: string };
  /** Too many uploads. `retryAfterMs` is null where the host gave no time; `maxUploads` per `period` where it named them. */
  'host.rateLimited': { retryAfterMs: number | null; maxUploads: number | null; period: FloodPeriod | null };
  /** 408, 425, 503: not stored, may pass later. `retryAfterMs` is null where the host gave no time. */
  'host.busy': { status: number; retryAfterMs: number | null };
  /** No storage left. */
  'host.full': { hostMessage: string };
  /** The host failed inside (500, HTML pages, code 600). */
  'host.broken': { status: number; hostMessage: string };
  /** An answer that is not of this API. */
  'host.badReply': { status: number; hint: BadReplyHint };
  /** The same picture is there already. `isSameBytes` is false when it was recognised after re-encoding. */
  'file.duplicate': { isSameBytes: boolean };
  /** Over the host's limit; null where it did not name one. */
  'file.tooLarge': { limitBytes: number | null };
  /** The host does not take this type; null where it did not name one. */
  'file.typeRefused': { format: string | null };
  /** The host could not read the file as what it claims to be; or the browser could no longer read it from disk. */
  'file.unreadable': { hostMessage: string };
  /** The host was to fetch a link and brought nothing, or may not reach where it leads. */
  'link.unreachable': { hostMessage: string };
  /** The queue came back after a reload without this file's bytes. */
  'file.missing': Record<string, never>;
  /** An option of this upload was refused; `option` is the wire's parameter, null where the host did not name it. */
  'option.refused': { option: string | null; hostMessage: string };
  /** Anything we did not foresee, kept as `cause`. */
  'internal.bug': Record<string, never>;
}

/** What can go wrong, by the step it goes wrong in. */
export type UploadErrorCode = keyof UploadErrorDetails;

/** The one error class. `message` is English, for logs; people read the i18n text of `code` + `details`. */
export class UploadError<C extends UploadErrorCode = UploadErrorCode> extends Error {
  override readonly name = 'UploadError';

  constructor(
    readonly code: C,
    readonly details: UploadErrorDetails[C],
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
  }
}

/** Union by code, so that `switch (error.code)` narrows `error.details`. */
export type AnyUploadError = { [C in UploadErrorCode]: UploadError<C> }[UploadErrorCode];

/** Whether something thrown is ours; survives a second copy of this module on the page. */
export const isUploadError = (thrown: unknown): thrown is AnyUploadError =>
  thrown instanceof Error && thrown.name === 'UploadError' && 'code' in thrown && 'details' in thrown;

/** What was thrown, as an `UploadError`: itself, or `internal.bug` with it as `cause`. */
export const toUploadError = (thrown: unknown): AnyUploadError =>
  isUploadError(thrown) ? thrown : new UploadError('internal.bug', {}, { cause: thrown });
