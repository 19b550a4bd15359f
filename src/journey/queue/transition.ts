import { assertNever } from '../../shared/assertNever.js';
import { UploadError, type AnyUploadError } from '../../shared/UploadError.js';
import type { Filing, ItemEvent, UploadItem } from '../item.js';

const NO_PREVIEW = { status: 'none' } as const;
const NOT_SHRINKING = { status: 'none' } as const;
const STOPPED = new UploadError('aborted', {});

const baseOf = (item: UploadItem) => ({
  id: item.id,
  source: item.source,
  format: item.format,
  preview: item.preview,
  options: item.options,
});

/** Next state of one item. Pure. An event that comes too late for the state returns the same reference. */
export function transition(item: UploadItem, event: ItemEvent): UploadItem {
  switch (event.type) {
    case 'previewed':
      return { ...item, preview: event.preview };
    case 'filed':
      return item.status === 'uploaded' ? { ...item, filing: event.filing } : item;
    case 'optionsChanged':
      return item.status === 'ready' || item.status === 'queued' || isOver(item) ? { ...item, options: event.options } : item;
    case 'rejected':
      return item.status === 'ready'
        ? { ...baseOf(item), preview: NO_PREVIEW, status: 'rejected', rejection: event.rejection, shrinking: NOT_SHRINKING }
        : item;
    case 'kept':
    case 'shrinking':
    case 'shrunk':
      return item.status === 'rejected' ? afterRefusal(item, event) : item;
    case 'queued':
      if (item.status === 'waiting') return { ...baseOf(item), status: 'queued', attempt: item.attempt + 1 };
      return item.status === 'ready' || isOver(item) ? { ...baseOf(item), status: 'queued', attempt: 1 } : item;
    case 'started':
      return item.status === 'queued'
        ? { ...baseOf(item), status: 'uploading', attempt: item.attempt, sentBytes: 0, startedAtMs: event.atMs }
        : item;
    default:
      return underWay(item, event);
  }
}

function afterRefusal(item: UploadItem & { status: 'rejected' }, event: ItemEvent & { type: 'kept' | 'shrinking' | 'shrunk' }): UploadItem {
  if (event.type === 'shrinking') return { ...item, shrinking: event.shrinking };
  const taken = event.type === 'shrunk' ? { source: event.source, format: event.format } : {};
  return { ...baseOf(item), ...taken, status: 'ready' };
}

/** Ended without being stored for sure, so it can be tried again. */
const isOver = (item: UploadItem): boolean => item.status === 'failed' || item.status === 'cancelled' || item.status === 'unknown';

type SendingEvent = Exclude<
  ItemEvent,
  { type: 'previewed' | 'filed' | 'optionsChanged' | 'rejected' | 'kept' | 'shrinking' | 'shrunk' | 'queued' | 'started' }
>;

function underWay(item: UploadItem, event: SendingEvent): UploadItem {
  if (event.type === 'cancelled') return cancelled(item);
  if (item.status !== 'uploading' && item.status !== 'processing') return item;
  const { attempt, startedAtMs } = item;
  switch (event.type) {
    case 'progressed':
      return item.status === 'uploading' && event.sentBytes > item.sentBytes ? { ...item, sentBytes: event.sentBytes } : item;
    case 'sent':
      return item.status === 'uploading' ? { ...baseOf(item), status: 'processing', attempt, startedAtMs } : item;
    case 'uploaded':
      return { ...baseOf(item), status: 'uploaded', image: event.image, filing: filingOf(event.albumId) };
    case 'waited':
      return { ...baseOf(item), status: 'waiting', attempt, waiting: event.waiting };
    case 'failed':
      return { ...baseOf(item), status: 'failed', attempt, error: event.error };
    case 'answerLost':
      return { ...baseOf(item), status: 'unknown', attempt, error: event.error };
    default:
      return assertNever(event);
  }
}

const filingOf = (albumId: string | undefined): Filing => (albumId ? { status: 'byHost', albumId } : { status: 'none' });

/** What has left completely may be stored already: stopping the wait for its answer, or for another try, leaves it unknown. */
function cancelled(item: UploadItem): UploadItem {
  if (item.status === 'processing') return { ...baseOf(item), status: 'unknown', attempt: item.attempt, error: STOPPED };
  if (item.status === 'waiting' && isAnswerLost(item.waiting.error)) {
    return { ...baseOf(item), status: 'unknown', attempt: item.attempt, error: item.waiting.error };
  }
  const isStoppable = item.status === 'queued' || item.status === 'waiting' || item.status === 'uploading';
  return isStoppable ? { ...baseOf(item), status: 'cancelled' } : item;
}

const isAnswerLost = ({ code }: AnyUploadError): boolean => code === 'network.answerLost' || code === 'network.noAnswer';
