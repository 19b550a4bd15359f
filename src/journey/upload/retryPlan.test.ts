import { describe, expect, it } from 'vitest';
import { UploadError } from '../../shared/UploadError.js';
import { MAX_ATTEMPTS, retryPlan, type AttemptFacts } from './retryPlan.js';

const first: AttemptFacts = { attempt: 1, wasAnswerLost: false, resend: 'idempotent', jitterFraction: 1 };
const busy = (retryAfterMs: number | null) => new UploadError('host.busy', { status: 503, retryAfterMs });
const lost = new UploadError('network.lost', { sentBytes: 1, sizeBytes: 2 });
const answerLost = new UploadError('network.answerLost', { status: 502 });
const duplicate = new UploadError('file.duplicate', { isSameBytes: true });
const limited = (retryAfterMs: number | null) => new UploadError('host.rateLimited', { retryAfterMs, maxUploads: null, period: null });

describe('retryPlan', () => {
  it('doubles its waits up to half a minute', () => {
    const waits = [1, 2, 3, 4].map((attempt) => retryPlan(lost, { ...first, attempt }));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000].map((afterMs) => ({ kind: 'wait', afterMs })));
  });

  it('keeps at least half of a wait whatever the jitter', () => {
    expect(retryPlan(lost, { ...first, jitterFraction: 0 })).toEqual({ kind: 'wait', afterMs: 500 });
  });

  it('waits no less than the host asked for', () => {
    expect(retryPlan(busy(10_000), first)).toEqual({ kind: 'wait', afterMs: 11_000 });
  });

  it('gives up after the last attempt, or asks when an answer was lost before', () => {
    expect(retryPlan(lost, { ...first, attempt: MAX_ATTEMPTS })).toEqual({ kind: 'giveUp' });
    expect(retryPlan(lost, { ...first, attempt: MAX_ATTEMPTS, wasAnswerLost: true })).toEqual({ kind: 'askPerson' });
  });

  it.each([
    ['idempotent', { kind: 'wait', afterMs: 1_000 }],
    ['refusesDuplicates', { kind: 'wait', afterMs: 1_000 }],
    ['mayDuplicate', { kind: 'askPerson' }],
  ] as const)('after a lost answer on a host that is %s: $1', (resend, plan) => {
    expect(retryPlan(answerLost, { ...first, resend })).toEqual(plan);
  });

  it('takes a refused duplicate for stored only after a lost answer', () => {
    expect(retryPlan(duplicate, { ...first, resend: 'refusesDuplicates' })).toEqual({ kind: 'giveUp' });
    expect(retryPlan(duplicate, { ...first, resend: 'refusesDuplicates', wasAnswerLost: true })).toEqual({ kind: 'storedWithoutLink' });
  });

  it('pauses the queue for a limit, for good when it is longer than an hour', () => {
    expect(retryPlan(limited(60_000), first)).toEqual({ kind: 'pauseQueue', afterMs: 60_000 });
    expect(retryPlan(limited(3_600_000), first)).toEqual({ kind: 'pauseQueue', afterMs: 3_600_000 });
    expect(retryPlan(limited(86_400_000), first)).toEqual({ kind: 'pauseQueue', afterMs: null });
    expect(retryPlan(limited(null), first)).toEqual({ kind: 'pauseQueue', afterMs: 60_000 });
  });

  it('waits for the connection when offline', () => {
    expect(retryPlan(new UploadError('network.offline', {}), first)).toEqual({ kind: 'waitForConnection' });
  });

  it.each([
    new UploadError('file.tooLarge', { limitBytes: null }),
    new UploadError('file.typeRefused', { format: null }),
    new UploadError('auth.required', { hostMessage: '' }),
    new UploadError('host.broken', { status: 500, hostMessage: '' }),
    new UploadError('internal.bug', {}),
  ])('never sends again by itself after $code', (error) => {
    expect(retryPlan(error, first)).toEqual({ kind: 'giveUp' });
  });
});
