import type { AnyUploadError, BadReplyHint, UploadErrorCode } from '../shared/UploadError.js';

/** What the person may do about an error, the best first. `waitUntil`: the details say until when, where the host did. */
export type Advice = 'retry' | 'remove' | 'signIn' | 'chooseAnother' | 'makeSmaller' | 'waitUntil' | 'changeOptions' | 'lookAtHost';

/** What the journey does about an error by itself. */
export interface ErrorPolicy {
  /** `auto`: surely not stored and may pass later, so it is sent again by itself. `manual`: a person may try again. `never`: the same file gets the same answer. */
  readonly retry: 'auto' | 'manual' | 'never';
  /** It would hit every other file too, so the whole queue waits. */
  readonly pausesQueue: boolean;
  /** The file may be stored or not; nobody knows. */
  readonly isOutcomeUnknown: boolean;
  readonly advice: readonly Advice[];
}

const policy = (retry: ErrorPolicy['retry'], ...advice: Advice[]): ErrorPolicy => ({
  retry,
  pausesQueue: false,
  isOutcomeUnknown: false,
  advice,
});
const UNKNOWN: ErrorPolicy = { ...policy('manual', 'lookAtHost', 'retry', 'remove'), isOutcomeUnknown: true };

/** What follows from each code. The compiler lists a code that is missing here. */
export const ERROR_POLICIES: Readonly<Record<UploadErrorCode, ErrorPolicy>> = {
  aborted: policy('manual', 'retry', 'remove'),
  'network.offline': policy('auto', 'retry', 'remove'),
  'network.lost': policy('auto', 'retry', 'remove'),
  'network.stalled': policy('auto', 'retry', 'remove'),
  'network.answerLost': UNKNOWN,
  'network.noAnswer': UNKNOWN,
  'auth.required': policy('manual', 'signIn', 'retry', 'remove'),
  'auth.forbidden': policy('never', 'signIn', 'remove'),
  'host.rateLimited': { ...policy('auto', 'waitUntil', 'retry', 'remove'), pausesQueue: true },
  'host.busy': policy('auto', 'waitUntil', 'retry', 'remove'),
  'host.full': policy('manual', 'retry', 'remove'),
  'host.broken': policy('manual', 'retry', 'remove'),
  'host.badReply': policy('manual', 'retry', 'remove'),
  'file.duplicate': policy('never', 'remove', 'chooseAnother'),
  'file.tooLarge': policy('never', 'makeSmaller', 'chooseAnother', 'remove'),
  'file.typeRefused': policy('never', 'chooseAnother', 'remove'),
  'file.unreadable': policy('never', 'chooseAnother', 'remove'),
  'link.unreachable': policy('manual', 'retry', 'chooseAnother', 'remove'),
  'file.missing': policy('never', 'chooseAnother', 'remove'),
  'option.refused': policy('never', 'changeOptions', 'remove'),
  'internal.bug': policy('manual', 'retry', 'remove'),
};

/** A page of a proxy, and an answer from elsewhere, do not come from the host. */
const FOREIGN_HINTS: readonly BadReplyHint[] = ['html', 'redirected'];

/** What follows from this error. Pure. */
export function policyOf(error: AnyUploadError): ErrorPolicy {
  if (error.code !== 'host.badReply') return ERROR_POLICIES[error.code];
  const { status, hint } = error.details;
  // An answer that began well: the host took the file, and only its word about it cannot be read.
  const wasTaken = status >= 200 && status < 300 && !FOREIGN_HINTS.includes(hint);
  return wasTaken ? UNKNOWN : ERROR_POLICIES[error.code];
}
