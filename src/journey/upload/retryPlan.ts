import { policyOf } from '../../api/errorPolicy.js';
import type { UploadClient } from '../../api/UploadClient.js';
import type { AnyUploadError } from '../../shared/UploadError.js';

/** What follows a failed attempt. */
export type RetryPlan =
  /** Send again by itself after this time. */
  | { readonly kind: 'wait'; readonly afterMs: number }
  | { readonly kind: 'waitForConnection' }
  /** The whole queue stands still; null: until a person resumes it. */
  | { readonly kind: 'pauseQueue'; readonly afterMs: number | null }
  /** The first answer was lost, and the host now says that it has the file. */
  | { readonly kind: 'storedWithoutLink' }
  /** Nobody knows whether it is stored, and sending again could store it twice. */
  | { readonly kind: 'askPerson' }
  | { readonly kind: 'giveUp' };

export interface AttemptFacts {
  /** From 1. */
  readonly attempt: number;
  /** Whether the answer to an earlier attempt of this item was lost after its last byte. */
  readonly wasAnswerLost: boolean;
  readonly resend: UploadClient['resend'];
  /** 0..1, spreads the retries of many visitors. */
  readonly jitterFraction: number;
}

/** About a minute and a half in all: a host that restarts, a phone between two cells. */
export const MAX_ATTEMPTS = 8;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A host that limits without saying until when: its shortest period. */
const UNNAMED_LIMIT_MS = 60_000;
/** Nobody keeps a page open for a daily limit: past this the queue stops and offers to resume. */
const LONGEST_PAUSE_MS = 3_600_000;

/** When to try again, if at all. Pure: starts nothing, reads no clock. */
export function retryPlan(error: AnyUploadError, facts: AttemptFacts): RetryPlan {
  if (error.code === 'file.duplicate' && facts.wasAnswerLost && facts.resend !== 'idempotent') return { kind: 'storedWithoutLink' };
  const policy = policyOf(error);
  if (policy.pausesQueue) return { kind: 'pauseQueue', afterMs: pauseMs(error) };
  if (error.code === 'network.offline') return { kind: 'waitForConnection' };
  const isUnknown = policy.isOutcomeUnknown || facts.wasAnswerLost;
  const maySend = policy.retry === 'auto' || (policy.isOutcomeUnknown && facts.resend !== 'mayDuplicate');
  if (maySend && facts.attempt < MAX_ATTEMPTS) return { kind: 'wait', afterMs: backOffMs(error, facts) };
  return { kind: isUnknown ? 'askPerson' : 'giveUp' };
}

function pauseMs(error: AnyUploadError): number | null {
  if (error.code !== 'host.rateLimited') return UNNAMED_LIMIT_MS;
  const { retryAfterMs } = error.details;
  if (retryAfterMs === null) return UNNAMED_LIMIT_MS;
  return retryAfterMs > LONGEST_PAUSE_MS ? null : retryAfterMs;
}

/** Doubles from a second, at least half of it jitter-free; the host's own word, when it gave one, is the least. */
function backOffMs(error: AnyUploadError, { attempt, jitterFraction }: AttemptFacts): number {
  const doubledMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  const spreadMs = doubledMs * (0.5 + jitterFraction / 2);
  const askedMs = error.code === 'host.busy' ? (error.details.retryAfterMs ?? 0) : 0;
  return Math.round(askedMs + spreadMs);
}
