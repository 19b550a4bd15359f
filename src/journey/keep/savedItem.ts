import type { StoredImage, UploadOptions } from '../../api/contract.js';
import { ERROR_POLICIES } from '../../api/errorPolicy.js';
import type { UploadClient } from '../../api/UploadClient.js';
import type { MediaFormat } from '../../shared/mediaFormat.js';
import { UploadError, type AnyUploadError } from '../../shared/UploadError.js';
import { sizeBytesOf, type Filing, type ItemId, type ItemStatus, type Source, type UploadItem } from '../item.js';
import type { KeptTicket } from './QueueStorage.js';

/** One item without its bytes and its picture, as plain data. */
export interface SavedItem {
  readonly id: ItemId;
  readonly name: string;
  readonly sizeBytes: number;
  readonly url: string | null;
  readonly path?: string;
  readonly format: MediaFormat | null;
  readonly options: UploadOptions;
  readonly status: Exclude<ItemStatus, 'rejected' | 'cancelled'>;
  readonly error: Pick<AnyUploadError, 'code' | 'details'> | null;
  readonly image: StoredImage | null;
  readonly filing?: Filing;
  readonly ticket: KeptTicket;
}

/** Null for what is not worth keeping: refused and cancelled. Pure. */
export function toSaved(item: UploadItem, ticket: KeptTicket): SavedItem | null {
  if (item.status === 'rejected' || item.status === 'cancelled') return null;
  const { id, source, format, options, status } = item;
  const error = item.status === 'failed' || item.status === 'unknown' ? { code: item.error.code, details: item.error.details } : null;
  const image = item.status === 'uploaded' ? item.image : null;
  const url = source.kind === 'url' ? source.url : null;
  const path = source.kind === 'file' && source.path !== undefined ? { path: source.path } : {};
  const filing = item.status === 'uploaded' && isSettled(item.filing) ? { filing: item.filing } : {};
  return { id, name: source.name, sizeBytes: sizeBytesOf(source), url, ...path, format, options, status, error, image, ...filing, ticket };
}

/**
 * The item as it comes back. What was under way may be stored by now: sent again where that is safe, else left to the person. What was to be sent but has
 * lost its bytes says so. Pure.
 */
export function fromSaved(saved: SavedItem, file: File | undefined, resend: UploadClient['resend']): UploadItem {
  const { id, format, options, status } = saved;
  const source = sourceOf(saved, file);
  const base = { id, source, format, preview: { status: 'none' }, options } as const;
  if (status === 'uploaded') return { ...base, status, image: saved.image, filing: saved.filing ?? { status: 'none' } };
  if (source.kind === 'missing') return { ...base, status: 'failed', attempt: 1, error: new UploadError('file.missing', {}) };
  switch (status) {
    case 'ready':
      return { ...base, status };
    case 'failed':
    case 'unknown':
      return { ...base, status, attempt: 1, error: errorOf(saved) };
    case 'uploading':
    case 'processing':
      return resend === 'mayDuplicate'
        ? { ...base, status: 'unknown', attempt: 1, error: new UploadError('network.answerLost', { status: null }) }
        : { ...base, status: 'queued', attempt: 1 };
    default:
      return { ...base, status: 'queued', attempt: 1 };
  }
}

/** What was being filed is offered again: an album takes the same image twice without harm. */
const isSettled = ({ status }: Filing): boolean => status === 'byHost' || status === 'filed';

/** Whether the answer to what was sent may have been lost with the page. */
export const ticketOf = ({ ticket, status }: SavedItem): KeptTicket =>
  status === 'uploading' || status === 'processing' ? { ...ticket, wasAnswerLost: true } : ticket;

function sourceOf({ name, sizeBytes, url, path }: SavedItem, file: File | undefined): Source {
  if (url !== null) return { kind: 'url', url, name };
  return file ? { kind: 'file', file, name, sizeBytes, ...(path !== undefined && { path }) } : { kind: 'missing', name, sizeBytes };
}

function errorOf({ error }: SavedItem): AnyUploadError {
  if (!error || !(error.code in ERROR_POLICIES)) return new UploadError('internal.bug', {});
  return new UploadError(error.code, error.details) as AnyUploadError;
}
