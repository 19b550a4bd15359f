import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadError } from '../shared/UploadError.js';
import type { ItemId, ItemStatus } from './item.js';
import { outcomeOf, phaseOf, batchOf, totalsOf } from './queue/totals.js';
import { NO_TALLY } from './tally.js';
import { NO_LIMITS } from './validate/checkSource.js';
import { MAX_ATTEMPTS } from './upload/retryPlan.js';
import { createScriptedClient, settle } from './testing/scriptedClient.js';
import { createUploader, type Uploader, type UploaderConfig } from './uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
const png = (name: string): File => new File([PNG], name);
const pngs = (count: number): File[] => Array.from({ length: count }, (_, i) => png(`${i}.png`));

const busy = new UploadError('host.busy', { status: 503, retryAfterMs: null });
const answerLost = new UploadError('network.answerLost', { status: null });
const flood = new UploadError('host.rateLimited', { retryAfterMs: 60_000, maxUploads: 1, period: 'minute' });
const tooLarge = new UploadError('file.tooLarge', { limitBytes: 5 });

const open: Uploader[] = [];
function setUp(config: Partial<UploaderConfig> & { resend?: Parameters<typeof createScriptedClient>[0] } = {}) {
  const client = createScriptedClient(config.resend);
  const uploader = createUploader({ client, ...config });
  open.push(uploader);
  const statuses = (): ItemStatus[] => uploader.getState().ids.map((id) => uploader.getState().byId.get(id)!.status);
  const totals = () => totalsOf(batchOf(uploader.getState()));
  return { client, uploader, statuses, totals, add: (...files: File[]) => uploader.add(files) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const uploader of open.splice(0)) uploader.destroy();
  vi.useRealTimers();
});

describe('add', () => {
  it('lists files in their order and refuses by content without blocking the rest', async () => {
    const { uploader, statuses, add } = setUp();
    await add(png('a.png'), new File(['hello there'], 'note.txt'), png('b.png'));
    expect(statuses()).toEqual(['ready', 'rejected', 'ready']);
    expect(uploader.getState().byId.get('item-2')).toMatchObject({ rejection: { code: 'validate.typeRefused', found: 'TXT' } });
    expect(uploader.getState().checkingCount).toBe(0);
  });

  it('lets files join what is under way', async () => {
    const { client, uploader, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    await add(png('b.png'));
    await settle();
    expect(client.calls).toHaveLength(2);
  });

  it('starts by itself when told so', async () => {
    const { client, add } = setUp({ autoStart: true });
    await add(png('a.png'));
    await settle();
    expect(client.calls).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('are removed with one notification', async () => {
    const { uploader, add } = setUp();
    const ids = await add(...pngs(5));
    const listener = vi.fn<() => void>();
    uploader.subscribe(listener);
    uploader.remove(ids.slice(1));
    expect(uploader.getState().ids).toEqual(['item-1']);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('limits of a batch', () => {
  const rejections = (uploader: Uploader) =>
    uploader.getState().ids.map((id) => {
      const item = uploader.getState().byId.get(id)!;
      return item.status === 'rejected' ? item.rejection.code : null;
    });

  it('refuse only the surplus, also of two drops at the same time', async () => {
    const { uploader, add } = setUp({ limits: { ...NO_LIMITS, maxFiles: 3 } });
    await Promise.all([add(...pngs(2)), add(...pngs(2))]);
    expect(rejections(uploader)).toEqual([null, null, null, 'validate.tooMany']);
  });

  it('count bytes of all files together', async () => {
    const { uploader, add } = setUp({ limits: { ...NO_LIMITS, maxTotalBytes: 25 } });
    await add(...pngs(3));
    expect(rejections(uploader)).toEqual([null, null, 'validate.totalTooLarge']);
  });
});

describe('the app’s own check', () => {
  it('is asked of what passed all others, and its words are the refusal', async () => {
    const validate = vi.fn<NonNullable<UploaderConfig['validate']>>((_, { name }) =>
      Promise.resolve(name === 'b.png' ? 'Not on Sundays.' : null),
    );
    const { uploader, statuses, add } = setUp({ validate });
    await add(png('a.png'), new File(['text'], 'note.txt'), png('b.png'));
    expect(statuses()).toEqual(['ready', 'rejected', 'rejected']);
    expect(uploader.getState().byId.get('item-3')).toMatchObject({ rejection: { code: 'validate.custom', message: 'Not on Sundays.' } });
    expect(validate.mock.calls.map(([, facts]) => facts)).toEqual([
      { name: 'a.png', sizeBytes: 10, format: 'png', path: null },
      { name: 'b.png', sizeBytes: 10, format: 'png', path: null },
    ]);
  });

  it('refuses what it could not judge, with its own error', async () => {
    const { uploader, add } = setUp({ validate: () => Promise.reject(new Error('The check is down.')) });
    await add(png('a.png'));
    expect(uploader.getState().byId.get('item-1')).toMatchObject({ rejection: { code: 'validate.custom', message: 'The check is down.' } });
  });

  it('is told when nobody waits for it any more', async () => {
    let asked: AbortSignal | undefined;
    const { uploader, add } = setUp({ validate: (_, __, signal) => new Promise(() => (asked = signal)) });
    void add(png('a.png'));
    await settle();
    expect(asked?.aborted).toBe(false);
    uploader.destroy();
    expect(asked?.aborted).toBe(true);
  });
});

describe('iPhones’ pictures, with a decoder', () => {
  const heic = (name: string): File => new File([Uint8Array.of(0, 0, 0, 16), 'ftypheic', Uint8Array.of(0, 0, 0, 0)], name);
  const jpeg = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)]);

  it('become JPEG by themselves, one after the other', async () => {
    let openCount = 0;
    let mostCount = 0;
    const decodeHeic = async (): Promise<Blob> => {
      openCount += 1;
      mostCount = Math.max(mostCount, openCount);
      await Promise.resolve();
      openCount -= 1;
      return jpeg;
    };
    const { uploader, statuses, add } = setUp({ decodeHeic });
    await add(heic('1.HEIC'), heic('2.heic'), heic('3.heif'));
    await vi.waitFor(() => expect(statuses()).toEqual(['ready', 'ready', 'ready']));
    expect(mostCount).toBe(1);
    expect(uploader.getState().byId.get('item-1')).toMatchObject({ format: 'jpeg', source: { name: '1.jpg' } });
  });
});

describe('addresses', () => {
  const address = { kind: 'url', url: 'https://elsewhere.example/cat.jpg', name: 'cat.jpg' } as const;

  it('are sent as they are, beside files', async () => {
    const { client, uploader, statuses } = setUp({ autoStart: true });
    await uploader.add([address, png('a.png')]);
    await settle();
    expect(statuses()).toEqual(['processing', 'uploading']);
    expect(client.calls[0]!.source).toEqual({ kind: 'url', url: address.url });
  });

  it('are refused where the host does not fetch them', async () => {
    const { uploader, statuses } = setUp({ limits: { ...NO_LIMITS, canUploadUrls: false } });
    await uploader.add([address]);
    expect(statuses()).toEqual(['rejected']);
    expect(uploader.getState().byId.get('item-1')).toMatchObject({ rejection: { code: 'validate.urlRefused' } });
  });
});

describe('a folder', () => {
  it('tells what in it could not be read, among the refused', async () => {
    const { uploader, statuses } = setUp();
    await uploader.add([{ kind: 'unreadable', path: 'holiday/locked' }, png('a.png')]);
    expect(statuses()).toEqual(['rejected', 'ready']);
    expect(uploader.getState().byId.get('item-1')).toMatchObject({
      source: { name: 'holiday/locked' },
      rejection: { code: 'validate.unreadable' },
    });
  });

  it('is remembered by the path of each of its files', async () => {
    const { uploader } = setUp();
    await uploader.add([{ kind: 'file', file: png('a.png'), path: 'holiday/day 1/a.png' }, png('b.png')]);
    const { byId } = uploader.getState();
    expect(byId.get('item-1')).toMatchObject({ source: { name: 'a.png', path: 'holiday/day 1/a.png' } });
    expect(byId.get('item-2')!.source).not.toHaveProperty('path');
  });
});

describe('duplicates', () => {
  const other = (name: string): File => new File([PNG.toSorted()], name);
  const same = (name: string): File => new File([PNG], name);

  it('are taken by default', async () => {
    const { statuses, add } = setUp();
    await add(png('a.png'), same('a.png'));
    expect(statuses()).toEqual(['ready', 'ready']);
  });

  it('are told by their bytes, not by name and size, and the first is the one that is listed', async () => {
    const { uploader, statuses, add } = setUp({ duplicates: 'skip' });
    const different = new File([PNG.with(9, 7)], 'a.png');
    await add(png('a.png'), same('copy.png'), different);
    expect(statuses()).toEqual(['ready', 'rejected', 'ready']);
    const rejection = { code: 'validate.duplicate', sameAs: 'a.png', canKeep: false };
    expect(uploader.getState().byId.get('item-2')).toMatchObject({ rejection });
    await add(same('later.png'));
    expect(statuses()).toEqual(['ready', 'rejected', 'ready', 'rejected']);
  });

  it('are taken when the person says so, and only where the person may', async () => {
    const asking = setUp({ duplicates: 'ask' });
    await asking.add(png('a.png'), same('copy.png'), other('broken.png'));
    asking.uploader.keep('item-2');
    asking.uploader.keep('item-3');
    await settle();
    expect(asking.statuses()).toEqual(['ready', 'ready', 'rejected']);
    const skipping = setUp({ duplicates: 'skip' });
    await skipping.add(png('a.png'), same('copy.png'));
    skipping.uploader.keep('item-2');
    await settle();
    expect(skipping.statuses()).toEqual(['ready', 'rejected']);
  });

  it('that are kept have to pass the checks that they had not come to', async () => {
    const validate = (_: File, { name }: { name: string }): string | null => (name === 'no.png' ? 'Not this one.' : null);
    const { uploader, add } = setUp({ duplicates: 'ask', validate, limits: { ...NO_LIMITS, maxFiles: 2 } });
    await add(png('a.png'), same('no.png'), same('second.png'), same('third.png'));
    for (const id of ['item-2', 'item-3', 'item-4'] as const) {
      uploader.keep(id);
      await settle();
    }
    const items = uploader.getState().ids.map((id) => uploader.getState().byId.get(id)!);
    expect(items.map((item) => (item.status === 'rejected' ? item.rejection.code : item.status))).toEqual([
      'ready',
      'validate.custom',
      'ready',
      'validate.tooMany',
    ]);
  });

  it('are none any more when the first is removed', async () => {
    const { uploader, statuses, add } = setUp({ duplicates: 'skip' });
    await add(png('a.png'));
    uploader.remove('item-1');
    await add(same('again.png'));
    expect(statuses()).toEqual(['ready']);
  });
});

describe('order', () => {
  it('is the person’s, who may change it', async () => {
    const { client, uploader, add } = setUp({ concurrency: 1 });
    await add(png('a.png'), png('b.png'), png('c.png'));
    uploader.reorder(['item-3'], 0);
    uploader.reorder(['item-1'], 99);
    expect(uploader.getState().ids).toEqual(['item-3', 'item-2', 'item-1']);
    uploader.start();
    await settle();
    expect(client.calls[0]?.source).toMatchObject({ name: 'c.png' });
  });

  it('puts small files first when told so', async () => {
    const { client, uploader, add } = setUp({ concurrency: 1, order: 'smallFirst' });
    await add(new File([PNG, 'much more'], 'large.png'), png('small.png'));
    uploader.start();
    await settle();
    expect(client.calls[0]?.source).toMatchObject({ name: 'small.png' });
  });
});

describe('setLimits', () => {
  it('refuses what is ready and passes the new limits no more', async () => {
    const { uploader, statuses, add } = setUp();
    await add(png('a.png'));
    uploader.setLimits({ formats: ['png'], maxBytes: 5 });
    expect(statuses()).toEqual(['rejected']);
  });

  it('refuses the surplus of a batch, counting what is under way', async () => {
    const { uploader, statuses, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    await add(png('b.png'));
    uploader.pause();
    await settle();
    uploader.setLimits({ ...NO_LIMITS, maxFiles: 2 });
    expect(statuses()).not.toContain('rejected');
    const { add: addAlone, statuses: alone, uploader: other } = setUp();
    await addAlone(...pngs(3));
    other.setLimits({ ...NO_LIMITS, maxTotalBytes: 25 });
    expect(alone()).toEqual(['ready', 'ready', 'rejected']);
  });

  it('refuses links that the host does not fetch', async () => {
    const { uploader, statuses } = setUp();
    await uploader.add([{ kind: 'url', url: 'https://a.example/1.jpg', name: '1.jpg' }]);
    uploader.setLimits({ ...NO_LIMITS, canUploadUrls: false });
    expect(statuses()).toEqual(['rejected']);
  });

  it('opens what is ready when pixels count from now on', async () => {
    const { uploader, statuses, add } = setUp();
    const wide = Uint8Array.of(
      0x89,
      0x50,
      0x4e,
      0x47,
      13,
      10,
      26,
      10,
      0,
      0,
      0,
      13,
      0x49,
      0x48,
      0x44,
      0x52,
      0,
      0,
      0x10,
      0,
      0,
      0,
      0,
      8,
      8,
      6,
      0,
      0,
      0,
    );
    await add(new File([wide], 'wide.png'));
    uploader.setLimits({ ...NO_LIMITS, maxWidthPx: 2000 });
    await vi.waitFor(() => expect(statuses()).toEqual(['rejected']));
    expect(uploader.getState().byId.get('item-1')).toMatchObject({ rejection: { code: 'validate.tooManyPixels', widthPx: 4096 } });
  });
});

describe("an app's check that never answers", () => {
  const validate = (_: File, { name }: { name: string }): Promise<string | null> | null =>
    name === 'slow.png' ? new Promise(() => {}) : null;

  it('holds up the others for a while only', async () => {
    const { uploader, statuses, add } = setUp({ validate });
    const adding = Promise.all([add(png('slow.png')), add(png('b.png'))]);
    await vi.advanceTimersByTimeAsync(16_000);
    await adding;
    expect(statuses()).toEqual(['rejected', 'ready']);
    expect(uploader.getState().byId.get('item-1')).toMatchObject({ rejection: { code: 'validate.noAnswer' } });
  });

  it('is not waited for once the box is cleared', async () => {
    let signal: AbortSignal | undefined;
    const { uploader, statuses, add } = setUp({ validate: (_, __, given) => new Promise(() => void (signal = given)) });
    const adding = add(png('slow.png'));
    await vi.waitFor(() => expect(signal).toBeDefined());
    uploader.clear();
    await adding;
    expect(signal?.aborted).toBe(true);
    expect(statuses()).toEqual([]);
    expect(uploader.getState().checkingCount).toBe(0);
  });
});

describe('start', () => {
  it('never has more under way than allowed', async () => {
    const { client, uploader, add } = setUp({ concurrency: 3 });
    await add(...pngs(5));
    uploader.start();
    await settle();
    expect(client.openCount()).toBe(3);
    await client.calls[0]!.store();
    expect(client.openCount()).toBe(3);
    expect(client.calls).toHaveLength(4);
  });

  it('ends complete when all are stored', async () => {
    const { client, uploader, totals, add } = setUp();
    await add(...pngs(2));
    uploader.start();
    await settle();
    for (const call of client.calls) await call.store();
    expect(phaseOf(totals())).toBe('complete');
    expect(outcomeOf(totals())).toBe('success');
    expect(totals().fraction).toBe(1);
  });

  it('sends the options of the file over those of the batch, which are the defaults at first', async () => {
    const { client, uploader, add } = setUp({ defaultOptions: { description: 'default', albumId: 'default', title: 'default' } });
    const [id] = await add(png('a.png'));
    uploader.setBatchOptions({ ...uploader.getState().batchOptions, albumId: 'x', title: 'batch' });
    uploader.update(id!, { title: 'own' });
    uploader.start();
    await settle();
    expect(client.calls[0]!.options).toEqual({ description: 'default', albumId: 'x', title: 'own' });
  });

  it('freezes the options of a file for its retries by itself', async () => {
    const { client, uploader, add } = setUp();
    await add(png('a.png'));
    uploader.setBatchOptions({ title: 'at the start' });
    uploader.start();
    await settle();
    uploader.setBatchOptions({ title: 'later' });
    await client.calls[0]!.fail(busy);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.calls[1]!.options).toEqual({ title: 'at the start' });
  });

  it('begins a new batch after a finished one', async () => {
    const { client, uploader, totals, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.store();
    await add(png('b.png'));
    uploader.start();
    expect(totals().fileCount).toBe(1);
  });
});

describe('progress', () => {
  it('is told four times a second and goes over to processing with the last byte', async () => {
    const { client, uploader, add } = setUp();
    const [id] = await add(png('a.png'));
    uploader.start();
    await settle();
    vi.setSystemTime(1_000_000); // where a quarter of a second begins
    let notifications = 0;
    uploader.subscribe(() => notifications++);
    for (const sent of [1, 2, 3]) client.calls[0]!.onSentBytes(sent);
    expect(notifications).toBe(0);
    vi.advanceTimersByTime(100);
    expect(notifications).toBe(1);
    expect(uploader.getState().byId.get(id!)).toMatchObject({ status: 'uploading', sentBytes: 3 });
    for (const sent of [4, 5, 6]) {
      client.calls[0]!.onSentBytes(sent);
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(notifications).toBe(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(notifications).toBe(2);
    expect(uploader.getState().byId.get(id!)).toMatchObject({ sentBytes: 6 });
    client.calls[0]!.onSentBytes(PNG.length);
    expect(uploader.getState().byId.get(id!)).toMatchObject({ status: 'processing' });
  });
});

describe('what takes the place out of pictures', () => {
  it('did not load: the file waits for the connection like one that did not leave', async () => {
    vi.doMock('./privacy/removeLocation.js', () => Promise.reject(new TypeError('Failed to fetch')));
    const { client, uploader, statuses, add } = setUp({ removesLocation: true });
    const [id] = await add(png('a.png'));
    uploader.start();
    await vi.waitFor(() => expect(statuses()).toEqual(['waiting']));
    expect(uploader.getState().byId.get(id!)).toMatchObject({ waiting: { error: { code: 'network.lost' } } });
    vi.doUnmock('./privacy/removeLocation.js');
    await vi.waitFor(() => expect(client.calls).toHaveLength(1), { timeout: 10_000 });
  });
});

describe('cancel', () => {
  it('keeps a file from leaving, also by who hears that the one before it starts', async () => {
    const { client, uploader, statuses, add } = setUp({ concurrency: 2 });
    const [, second] = await add(...pngs(2));
    uploader.subscribe(({ byId }) => byId.tally.counts.uploading === 1 && uploader.cancel(second!));
    uploader.start();
    await settle();
    expect(client.calls).toHaveLength(1);
    expect(statuses()).toEqual(['uploading', 'cancelled']);
  });

  it('stops the request and starts the next', async () => {
    const { client, uploader, statuses, add } = setUp({ concurrency: 1 });
    const [first] = await add(...pngs(2));
    uploader.start();
    await settle();
    uploader.cancel(first!);
    await settle();
    expect(client.calls[0]!.signal.aborted).toBe(true);
    expect(statuses()).toEqual(['cancelled', 'uploading']);
  });

  it('leaves unknown what the host was processing, and the rest of the queue alone', async () => {
    const { client, uploader, statuses, add } = setUp();
    const [first] = await add(png('a.png'));
    uploader.start();
    await settle();
    client.calls[0]!.onSentBytes(PNG.length);
    uploader.cancel(first!);
    expect(statuses()).toEqual(['unknown']);
  });

  it('lets what the host processes come to its end when the rest is cancelled', async () => {
    const { client, uploader, statuses, add } = setUp({ concurrency: 2 });
    await add(...pngs(3));
    uploader.start();
    await settle();
    client.calls[0]!.onSentBytes(PNG.length);
    uploader.cancelRemaining();
    await client.calls[0]!.store();
    expect(statuses()).toEqual(['uploaded', 'cancelled', 'cancelled']);
  });
});

describe('retry', () => {
  it('waits and sends again by itself what may pass later, under the same key', async () => {
    const { client, uploader, statuses, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(busy);
    expect(statuses()).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.calls).toHaveLength(2);
    expect(client.calls[1]!.idempotencyKey).toBe(client.calls[0]!.idempotencyKey);
  });

  it('never sends again by itself what cannot pass', async () => {
    const { client, uploader, statuses, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(tooLarge);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(statuses()).toEqual(['failed']);
    expect(client.calls).toHaveLength(1);
  });

  it('gives up after its attempts', async () => {
    const { client, uploader, statuses, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      await settle();
      await client.calls.at(-1)!.fail(busy);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(client.calls).toHaveLength(MAX_ATTEMPTS);
    expect(statuses()).toEqual(['failed']);
  });

  it('sends failed files again when the person asks, with the key of the first try', async () => {
    const { client, uploader, statuses, add } = setUp();
    await add(...pngs(2));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(tooLarge);
    await client.calls[1]!.store();
    uploader.retryFailed();
    await settle();
    expect(statuses()).toEqual(['uploading', 'uploaded']);
    expect(client.calls[2]!.idempotencyKey).toBe(client.calls[0]!.idempotencyKey);
  });

  it('does not disturb a file that is on its way', async () => {
    const { client, uploader, add } = setUp();
    const [id] = await add(png('a.png'));
    uploader.start();
    await settle();
    uploader.retry(id!);
    await settle();
    expect(client.calls[0]!.signal.aborted).toBe(false);
    expect(client.calls).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  it('is sent again where that is safe', async () => {
    const { client, uploader, statuses, add } = setUp({ resend: 'idempotent' });
    await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(answerLost);
    await vi.advanceTimersByTimeAsync(1_000);
    await client.calls[1]!.store();
    expect(statuses()).toEqual(['uploaded']);
  });

  it('is left to the person where it could be stored twice', async () => {
    const { client, uploader, statuses, add } = setUp({ resend: 'mayDuplicate' });
    await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(answerLost);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(statuses()).toEqual(['unknown']);
    expect(client.calls).toHaveLength(1);
  });

  it('counts a refused duplicate as stored without a link', async () => {
    const { client, uploader, add } = setUp({ resend: 'refusesDuplicates' });
    const [id] = await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(answerLost);
    await vi.advanceTimersByTimeAsync(1_000);
    await client.calls[1]!.fail(new UploadError('file.duplicate', { isSameBytes: true }));
    expect(uploader.getState().byId.get(id!)).toMatchObject({ status: 'uploaded', image: null });
  });
});

describe('a rate limit', () => {
  async function limited() {
    const all = setUp({ concurrency: 2 });
    await all.add(...pngs(4));
    all.uploader.start();
    await settle();
    await all.client.calls[0]!.fail(flood);
    return all;
  }

  it('pauses the whole queue once and says until when', async () => {
    const { client, uploader, statuses } = await limited();
    await client.calls[1]!.fail(flood);
    expect(uploader.getState().pause).toMatchObject({ reason: 'rateLimit', untilMs: Date.now() + 60_000 });
    expect(statuses()).toEqual(['waiting', 'waiting', 'queued', 'queued']);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(client.calls).toHaveLength(2);
  });

  it('tries one file after the wait, the others only when it passed', async () => {
    const { client } = await limited();
    await client.calls[1]!.fail(flood);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.openCount()).toBe(1);
    await client.calls[2]!.store();
    expect(client.openCount()).toBe(2);
  });

  it('stops until a person resumes when it is long', async () => {
    const { client, uploader, add } = setUp();
    await add(png('a.png'));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(new UploadError('host.rateLimited', { retryAfterMs: 86_400_000, maxUploads: 50, period: 'day' }));
    expect(uploader.getState().pause).toMatchObject({ reason: 'rateLimit', untilMs: null });
    await vi.advanceTimersByTimeAsync(90_000_000);
    expect(client.calls).toHaveLength(1);
    uploader.resume();
    await settle();
    expect(client.calls).toHaveLength(2);
  });

  it('ends when nothing waits for it any more', async () => {
    const { uploader } = await limited();
    uploader.cancelAll();
    expect(uploader.getState().pause).toBeNull();
  });
});

describe('pause', () => {
  it('starts nothing new, lets what runs finish, and goes on when resumed', async () => {
    const { client, uploader, add } = setUp({ concurrency: 1 });
    await add(...pngs(2));
    uploader.start();
    await settle();
    uploader.pause();
    await client.calls[0]!.store();
    expect(client.calls).toHaveLength(1);
    uploader.resume();
    await settle();
    expect(client.calls).toHaveLength(2);
  });
});

describe('remove', () => {
  it('stops a running upload and forgets the file', async () => {
    const { client, uploader, add } = setUp();
    const [id] = await add(png('a.png'));
    uploader.start();
    await settle();
    uploader.remove(id!);
    await settle();
    expect(client.calls[0]!.signal.aborted).toBe(true);
    expect(uploader.getState()).toMatchObject({ ids: [], byId: { tally: NO_TALLY } });
  });

  it('ignores an id that is gone', () => {
    const { uploader } = setUp();
    const commands: ((id: ItemId) => void)[] = [uploader.remove, uploader.cancel, uploader.retry];
    for (const command of commands) expect(() => command('item-99')).not.toThrow();
  });
});

describe('destroy', () => {
  it('aborts what runs and leaves no timer', async () => {
    const { client, uploader, add } = setUp({ concurrency: 2 });
    await add(...pngs(2));
    uploader.start();
    await settle();
    await client.calls[0]!.fail(busy);
    client.calls[1]!.onSentBytes(1);
    uploader.destroy();
    await settle();
    expect(client.calls[1]!.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('createUploader', () => {
  it.each([0, -1, 1.5, Number.NaN])('refuses a concurrency of %s', (concurrency) => {
    expect(() => setUp({ concurrency })).toThrow(RangeError);
  });
});
