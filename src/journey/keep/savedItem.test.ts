import { describe, expect, it } from 'vitest';
import { UploadError } from '../../shared/UploadError.js';
import type { Filing, ItemStatus, UploadItem } from '../item.js';
import { ALL_STATUSES, itemIn, IMAGE } from '../testing/items.js';
import { fromSaved, ticketOf, toSaved, type SavedItem } from './savedItem.js';

const TICKET = { idempotencyKey: 'k', wasAnswerLost: false };
/** Through the database and back. */
const saved = (item: UploadItem): SavedItem => structuredClone(toSaved(item, TICKET)) as SavedItem;
const fileOf = ({ source }: UploadItem): File | undefined => (source.kind === 'file' ? source.file : undefined);

const COMES_BACK: Record<Exclude<ItemStatus, 'rejected' | 'cancelled'>, readonly [safe: ItemStatus, unsafe: ItemStatus]> = {
  ready: ['ready', 'ready'],
  queued: ['queued', 'queued'],
  waiting: ['queued', 'queued'],
  uploading: ['queued', 'unknown'],
  processing: ['queued', 'unknown'],
  failed: ['failed', 'failed'],
  unknown: ['unknown', 'unknown'],
  uploaded: ['uploaded', 'uploaded'],
};

describe('an item that is kept', () => {
  it.each(Object.entries(COMES_BACK))('and was %s comes back as it may be sent again', (status, [safe, unsafe]) => {
    const item = itemIn(status as ItemStatus);
    expect(fromSaved(saved(item), fileOf(item), 'idempotent')).toMatchObject({ id: item.id, source: item.source, status: safe });
    expect(fromSaved(saved(item), fileOf(item), 'refusesDuplicates').status).toBe(safe);
    expect(fromSaved(saved(item), fileOf(item), 'mayDuplicate').status).toBe(unsafe);
  });

  it('is none that was refused or cancelled', () => {
    const kept = ALL_STATUSES.filter((status) => toSaved(itemIn(status), TICKET) !== null);
    expect(kept.toSorted()).toEqual(Object.keys(COMES_BACK).toSorted());
  });

  it('keeps its key, and remembers that an answer may have been lost with the page', () => {
    expect(ticketOf(saved(itemIn('processing')))).toEqual({ idempotencyKey: 'k', wasAnswerLost: true });
    expect(ticketOf(saved(itemIn('uploading')))).toEqual({ idempotencyKey: 'k', wasAnswerLost: true });
    expect(ticketOf(saved(itemIn('queued')))).toEqual(TICKET);
  });

  it('says that its bytes are gone, unless it needs none', () => {
    const lost = fromSaved(saved(itemIn('queued')), undefined, 'idempotent');
    expect(lost).toMatchObject({ status: 'failed', source: { kind: 'missing', name: 'a.png' }, error: { code: 'file.missing' } });
    expect(fromSaved(saved(itemIn('uploaded')), undefined, 'idempotent')).toMatchObject({ status: 'uploaded', image: IMAGE });
  });

  it('knows the album it is in; what was being filed is not in one', () => {
    const filingAfter = (filing: Filing) => fromSaved(saved(itemIn('uploaded', { filing })), undefined, 'idempotent');
    expect(filingAfter({ status: 'byHost', albumId: '7' })).toMatchObject({ filing: { status: 'byHost', albumId: '7' } });
    expect(filingAfter({ status: 'filing', albumName: 'A' })).toMatchObject({ filing: { status: 'none' } });
  });

  it('keeps its error with its facts, and takes an error it does not know for a bug', () => {
    const failed = itemIn('failed', { error: new UploadError('file.tooLarge', { limitBytes: 7 }) });
    const back = fromSaved(saved(failed), fileOf(failed), 'idempotent');
    expect(back).toMatchObject({ error: { code: 'file.tooLarge', details: { limitBytes: 7 } } });
    const strange = { ...saved(failed), error: { code: 'from.tomorrow', details: {} } } as unknown as SavedItem;
    expect(fromSaved(strange, fileOf(failed), 'idempotent')).toMatchObject({ error: { code: 'internal.bug' } });
  });
});
