import { policyOf } from '../api/errorPolicy.js';
import type { StoredImage, UploadOptions } from '../api/contract.js';
import type { UploadCallOptions, UploadClient } from '../api/UploadClient.js';
import { nowMs, randomFraction } from '../shared/clock.js';
import { toUploadError, type AnyUploadError } from '../shared/UploadError.js';
import { sizeBytesOf, type ItemEvent, type UploadItem } from './item.js';
import type { Ticket } from './upload/createTickets.js';
import { retryPlan, type RetryPlan } from './upload/retryPlan.js';

export interface CarryDeps {
  readonly client: Pick<UploadClient, 'resend'>;
  readonly send: (item: UploadItem, options: UploadOptions, call: UploadCallOptions) => Promise<StoredImage>;
  readonly emit: (event: ItemEvent) => void;
}

/** How an attempt ended badly, and what follows. */
export interface Setback {
  readonly error: AnyUploadError;
  readonly plan: RetryPlan;
  readonly wasAnswerLost: boolean;
}

/**
 * Takes one queued item through one attempt: the upload, with its two phases. Never rejects.
 *
 * @returns null when it is stored or was cancelled; else what went wrong and what the plan is
 */
export async function carry(
  item: UploadItem & { status: 'queued' },
  ticket: Ticket,
  { client, send, emit }: CarryDeps,
): Promise<Setback | null> {
  const { signal } = ticket.controller;
  const sizeBytes = sizeBytesOf(item.source);
  emit({ type: 'started', atMs: nowMs() }); // before the first await, or the next plan picks this item again
  if (sizeBytes === 0) emit({ type: 'sent' });
  const onSentBytes = (sentBytes: number): void => emit(sentBytes >= sizeBytes ? { type: 'sent' } : { type: 'progressed', sentBytes });
  try {
    const image = await send(item, ticket.options, { onSentBytes, signal, idempotencyKey: ticket.idempotencyKey });
    if (!signal.aborted) emit({ type: 'uploaded', image, albumId: ticket.options.albumId });
    return null;
  } catch (thrown) {
    if (signal.aborted) return null;
    const error = toUploadError(thrown);
    const facts = { attempt: item.attempt, wasAnswerLost: ticket.wasAnswerLost, resend: client.resend, jitterFraction: randomFraction() };
    return { error, plan: retryPlan(error, facts), wasAnswerLost: ticket.wasAnswerLost || policyOf(error).isOutcomeUnknown };
  }
}
