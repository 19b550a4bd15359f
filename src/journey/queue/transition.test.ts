import { describe, expect, it } from 'vitest';
import { UploadError } from '../../shared/UploadError.js';
import { ALL_STATUSES, itemIn, IMAGE } from '../testing/items.js';
import type { ItemEvent, ItemStatus } from '../item.js';
import { transition } from './transition.js';

const failure = new UploadError('host.full', { hostMessage: '' });
const lost = new UploadError('network.answerLost', { status: null });

const SMALLER = { kind: 'file', file: new File(['x'], 'a.jpg'), name: 'a.jpg', sizeBytes: 1, originalSizeBytes: 100 } as const;

const EVENTS: Record<ItemEvent['type'], ItemEvent> = {
  rejected: { type: 'rejected', rejection: { code: 'validate.empty' } },
  kept: { type: 'kept' },
  shrinking: { type: 'shrinking', shrinking: { status: 'making' } },
  shrunk: { type: 'shrunk', source: SMALLER, format: 'jpeg' },
  queued: { type: 'queued' },
  started: { type: 'started', atMs: 5 },
  progressed: { type: 'progressed', sentBytes: 60 },
  sent: { type: 'sent' },
  uploaded: { type: 'uploaded', image: IMAGE },
  filed: { type: 'filed', filing: { status: 'filing', albumName: 'A' } },
  waited: { type: 'waited', waiting: { reason: 'backOff', untilMs: 9, error: failure } },
  failed: { type: 'failed', error: failure },
  answerLost: { type: 'answerLost', error: lost },
  cancelled: { type: 'cancelled' },
  previewed: { type: 'previewed', preview: { status: 'undecodable' } },
  optionsChanged: { type: 'optionsChanged', options: { title: 'T' } },
};

/** Where each event leads from each status; a status that is not named ignores it. */
const LEADS_TO: Record<ItemEvent['type'], Partial<Record<ItemStatus, ItemStatus>>> = {
  rejected: { ready: 'rejected' },
  kept: { rejected: 'ready' },
  shrinking: { rejected: 'rejected' },
  shrunk: { rejected: 'ready' },
  queued: { ready: 'queued', waiting: 'queued', failed: 'queued', cancelled: 'queued', unknown: 'queued' },
  started: { queued: 'uploading' },
  progressed: { uploading: 'uploading' },
  sent: { uploading: 'processing' },
  uploaded: { uploading: 'uploaded', processing: 'uploaded' },
  filed: { uploaded: 'uploaded' },
  waited: { uploading: 'waiting', processing: 'waiting' },
  failed: { uploading: 'failed', processing: 'failed' },
  answerLost: { uploading: 'unknown', processing: 'unknown' },
  cancelled: { queued: 'cancelled', waiting: 'cancelled', uploading: 'cancelled', processing: 'unknown' },
  previewed: Object.fromEntries(ALL_STATUSES.map((status) => [status, status])),
  optionsChanged: { ready: 'ready', queued: 'queued', failed: 'failed', cancelled: 'cancelled', unknown: 'unknown' },
};

const cases = Object.values(EVENTS).flatMap((event) =>
  ALL_STATUSES.map((from) => ({ event, from, type: event.type, to: LEADS_TO[event.type][from] })),
);

describe('transition', () => {
  it.each(cases)('takes $from on $type to $to', ({ event, from, to }) => {
    const item = Object.freeze(itemIn(from));
    const next = transition(item, Object.freeze(event));
    if (to === undefined) expect(next).toBe(item);
    else {
      expect(next).not.toBe(item);
      expect(next.status).toBe(to);
      expect(next).toMatchObject({ id: item.id, source: event.type === 'shrunk' ? SMALLER : item.source });
    }
  });

  it('never lets progress fall', () => {
    const item = itemIn('uploading');
    expect(transition(item, { type: 'progressed', sentBytes: 1 })).toBe(item);
  });

  it('counts attempts while waiting and starts anew when a person retries', () => {
    expect(transition(itemIn('waiting', { attempt: 3 }), { type: 'queued' })).toMatchObject({ attempt: 4 });
    expect(transition(itemIn('failed', { attempt: 5 }), { type: 'queued' })).toMatchObject({ attempt: 1 });
  });

  it('leaves a cancelled wait unknown when an answer was lost before it', () => {
    const item = itemIn('waiting', { waiting: { reason: 'backOff', untilMs: 1, error: lost } });
    expect(transition(item, { type: 'cancelled' })).toMatchObject({ status: 'unknown', error: lost });
  });

  it('drops the fields of the status it leaves', () => {
    expect(transition(itemIn('failed'), { type: 'queued' })).not.toHaveProperty('error');
  });
});
