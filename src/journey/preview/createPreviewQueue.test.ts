import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { NotLoadedError } from '../../shared/loaded.js';
import type { ItemId, Preview } from '../item.js';
import type { PreviewSubject } from './createPictureShelf.js';
import { createPreviewQueue, type PreviewQueue } from './createPreviewQueue.js';
import type { Picture } from './picture.js';
import { MAX_PICTURES, type PreviewStep } from './planPreviews.js';

interface Job {
  readonly id: ItemId;
  readonly step: PreviewStep;
  readonly signal: AbortSignal;
  end(picture: Picture | null): Promise<void>;
  fail(thrown: Error): Promise<void>;
}

const id = (n: number): ItemId => `item-${n}`;
const photo = (n: number): PreviewSubject => ({ id: id(n), file: new File([new Uint8Array(300_000)], 'a.jpg'), format: 'jpeg' });
const png = (n: number): PreviewSubject => ({ id: id(n), file: new File([], `${n}.png`), format: 'png' });
const picture = (bytes = 1): Picture => ({ blob: new Blob([new Uint8Array(bytes)]), widthPx: 4, heightPx: 3, durationSeconds: 0 });

let create: MockInstance<typeof URL.createObjectURL>;
let revoke: MockInstance<typeof URL.revokeObjectURL>;
beforeEach(() => {
  create = vi.spyOn(URL, 'createObjectURL');
  revoke = vi.spyOn(URL, 'revokeObjectURL');
});
afterEach(() => vi.restoreAllMocks());

const created = (): string[] => create.mock.results.map(({ value }) => String(value));
const revoked = (): string[] => revoke.mock.calls.map(([url]) => url);

function setUp({ onChange }: { onChange?: (queue: PreviewQueue, id: ItemId, preview: Preview) => void } = {}) {
  const jobs: Job[] = [];
  const told: [ItemId, Preview][] = [];
  const state = { isBusy: false };
  const queue: PreviewQueue = createPreviewQueue({
    width: { image: 2, video: 1 },
    isBusy: () => state.isBusy,
    onChange(itemId, preview) {
      told.push([itemId, preview]);
      onChange?.(queue, itemId, preview);
    },
    make: (step, subject, signal) =>
      new Promise((resolve, reject) => {
        const job: Job = {
          id: subject.id,
          step,
          signal,
          async end(made) {
            jobs.splice(jobs.indexOf(job), 1);
            resolve(made);
            await Promise.resolve().then(() => undefined);
          },
          async fail(thrown) {
            jobs.splice(jobs.indexOf(job), 1);
            reject(thrown);
            await new Promise((settled) => setImmediate(settled));
          },
        };
        jobs.push(job);
      }),
  });
  const statuses = (of = id(1)): string[] =>
    told.filter(([each]) => each === of).map(([, { status, ...rest }]) => ('isSharp' in rest && !rest.isSharp ? 'small' : status));
  return { queue, jobs, told, state, statuses };
}

describe('createPreviewQueue', () => {
  it('shows the thumbnail first, then the sharp picture, and revokes the thumbnail only after', async () => {
    let revokedWhenTold = -1;
    const { queue, jobs, statuses } = setUp({ onChange: () => (revokedWhenTold = revoked().length) });
    queue.want([photo(1)]);
    await jobs[0]!.end(picture());
    await jobs[0]!.end(picture());
    expect(statuses()).toEqual(['making', 'small', 'made']);
    expect(revokedWhenTold).toBe(0);
    expect(revoked()).toEqual([created()[0]]);
  });

  it('goes on to the sharp picture where there is no thumbnail', async () => {
    const { queue, jobs, statuses } = setUp();
    queue.want([photo(1)]);
    await jobs[0]!.end(null);
    expect(jobs.map(({ step }) => step)).toEqual(['sharp']);
    await jobs[0]!.end(picture());
    expect(statuses()).toEqual(['making', 'made']);
  });

  it('says what cannot be decoded, and does not try it again', async () => {
    const { queue, jobs, statuses } = setUp();
    queue.want([png(1)]);
    await jobs[0]!.end(null);
    const sameFile = png(1);
    queue.want([]);
    queue.want([sameFile]);
    expect(statuses()[1]).toBe('undecodable');
    queue.want([]);
    await jobs[0]!.end(null);
    queue.want([sameFile]);
    expect(jobs.length).toBe(1);
  });

  it('takes back `making` when the item is not wanted any more, and keeps a thumbnail that is there', async () => {
    const { queue, jobs, statuses } = setUp();
    queue.want([photo(1), png(2)]);
    await jobs[0]!.end(picture());
    const signals = jobs.map(({ signal }) => signal);
    queue.want([]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(statuses(id(1))).toEqual(['making', 'small']);
    expect(statuses(id(2))).toEqual(['making', 'none']);
    await jobs[0]!.end(picture());
    expect(statuses(id(2))).toEqual(['making', 'none']);
  });

  it('takes back `making` between the search for a thumbnail and the sharp picture', async () => {
    const { queue, jobs, state, statuses } = setUp();
    queue.want([photo(1)]);
    state.isBusy = true;
    await jobs[0]!.end(null);
    queue.want([]);
    expect(statuses()).toEqual(['making', 'none']);
  });

  it('holds the place of work that was cancelled until it ends', async () => {
    const { queue, jobs } = setUp();
    queue.want([png(1), png(2)]);
    queue.want([png(3)]);
    expect(jobs.length).toBe(2);
    await jobs[0]!.end(null);
    expect(jobs.map((job) => job.id)).toEqual([id(2), id(3)]);
  });

  it('waits while the person is busy and goes on after', () => {
    const { queue, jobs, state, told } = setUp();
    state.isBusy = true;
    queue.want([png(1)]);
    expect([jobs.length, told.length]).toEqual([0, 0]);
    state.isBusy = false;
    queue.resume();
    expect(jobs.length).toBe(1);
  });

  it('begins anew when the item has another file', async () => {
    const { queue, jobs, statuses } = setUp();
    queue.want([png(1)]);
    await jobs[0]!.end(picture());
    queue.want([png(1)]);
    expect(statuses()).toEqual(['making', 'made', 'none', 'making']);
    expect(revoked()).toEqual(created());
  });

  it('is silent about what was released', async () => {
    const { queue, jobs, told } = setUp();
    queue.want([png(1)]);
    told.length = 0;
    queue.release(id(1));
    await jobs[0]!.end(picture());
    expect([told, created()]).toEqual([[], []]);
  });

  it('holds no more than its bound, and says so of those it let go', async () => {
    const { queue, jobs, told } = setUp();
    const count = MAX_PICTURES + 20;
    for (let n = 0; n < count; n++) {
      queue.want([png(n)]);
      await jobs[0]!.end(picture());
    }
    expect(created().length - revoked().length).toBe(MAX_PICTURES);
    expect(told.filter(([, { status }]) => status === 'none').map(([each]) => each)).toEqual(Array.from({ length: 20 }, (_, n) => id(n)));
  });

  it('revokes a thumbnail also when its item is released as the sharp picture is told', async () => {
    const { queue, jobs } = setUp({
      onChange: (each, itemId, preview) => preview.status === 'made' && preview.isSharp && each.release(itemId),
    });
    queue.want([photo(1)]);
    await jobs[0]!.end(picture());
    await jobs[0]!.end(picture());
    expect(revoked().toSorted()).toEqual(created().toSorted());
  });

  it('never calls its listener while it listens, and keeps the order', () => {
    let depth = 0;
    const order: string[] = [];
    const { queue } = setUp({
      onChange(each, itemId, { status }) {
        depth += 1;
        order.push(`${itemId} ${status} ${depth}`);
        if (itemId === id(1)) each.want([png(3)]);
        depth -= 1;
      },
    });
    queue.want([png(1), png(2)]);
    expect(order).toEqual(['item-1 making 1', 'item-2 making 1', 'item-2 none 1', 'item-1 none 1']);
  });

  it('costs nothing for items that were only passed by', () => {
    const { queue, jobs, told } = setUp();
    const many = Array.from({ length: 5_000 }, (_, n) => png(n));
    for (let at = 0; at < many.length; at += 50) queue.want(many.slice(at, at + 50));
    expect(jobs.length).toBe(2);
    expect(told.map(([, { status }]) => status)).toEqual(['making', 'making', 'none', 'none']);
  });
});

type Step = (world: ReturnType<typeof setUp>) => Promise<void> | void;
const FILES = Array.from({ length: 12 }, (_, n) => (n % 2 ? photo(n) : png(n)));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.subarray(FILES).map(
      (subjects): Step =>
        ({ queue }) =>
          queue.want(subjects),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(11).map(
      (n): Step =>
        ({ queue }) =>
          queue.release(id(n)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(11).map(
      (n): Step =>
        ({ queue }) =>
          queue.want([png(n)]),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(fc.nat(), fc.constantFrom(picture(), picture(9_000_000), null)).map(([at, made]): Step => async ({ jobs }) => {
      if (jobs.length > 0) await jobs[at % jobs.length]!.end(made);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((isBusy): Step => ({ state, queue }) => {
      state.isBusy = isBusy;
      queue.resume();
    }),
  },
);

describe('createPreviewQueue, once destroyed', () => {
  it('makes nothing any more', () => {
    const { queue, jobs, told } = setUp();
    queue.destroy();
    queue.want([png(1)]);
    queue.resume();
    expect([jobs.length, told.length]).toEqual([0, 0]);
  });
});

describe('createPreviewQueue, whatever happens', () => {
  it.each(['quiet', 'calling back'])('revokes each object URL exactly once, with a listener that is %s', async (listener) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        create.mockClear();
        revoke.mockClear();
        const calling = listener === 'quiet' ? {} : { onChange: callBack };
        const world = setUp(calling);
        const shown = new Map<ItemId, Preview>();
        for (const each of steps) {
          await each(world);
          expect(world.jobs.length).toBeLessThanOrEqual(2);
          for (const [itemId, preview] of world.told) shown.set(itemId, preview);
        }
        world.queue.destroy();
        while (world.jobs.length > 0) await world.jobs[0]!.end(picture());
        expect(revoked().toSorted()).toEqual(created().toSorted());
        expect(new Set(revoked()).size).toBe(revoked().length);
      }),
    );
  });

  it('tells `none` or shows a URL that holds for all that were told of, once nothing is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        create.mockClear();
        revoke.mockClear();
        const released = new Set<ItemId>();
        const world = setUp();
        const { release } = world.queue;
        world.queue.release = (itemId) => (released.add(itemId), release(itemId));
        for (const each of steps) await each(world);
        world.queue.want([]);
        const last = new Map(world.told);
        for (const [itemId, preview] of last) {
          if (released.has(itemId)) continue;
          expect(preview.status).not.toBe('making');
          if (preview.status === 'made') expect(revoked()).not.toContain(preview.url);
        }
        world.queue.destroy();
      }),
    );
  });
});

/** As an app that answers each change by another command. */
function callBack(queue: PreviewQueue, itemId: ItemId, preview: Preview): void {
  const { status } = preview;
  const n = Number(itemId.slice('item-'.length));
  if (status === 'made' && preview.isSharp && n % 3 === 0) queue.release(itemId);
  if (status === 'made' && n % 3 === 1) queue.want(FILES.slice(n, n + 3));
  if (status === 'undecodable' && n % 5 === 0) queue.destroy();
}

describe('a part that did not load', () => {
  it('leaves a file as it was, and is asked for again with the next wish alone', async () => {
    const { queue, jobs, statuses } = setUp();
    const files = [png(1), png(2), png(3)];
    queue.want(files);
    await jobs[0]!.fail(new NotLoadedError());
    await jobs[0]!.fail(new NotLoadedError());
    expect(statuses()).toEqual(['making', 'none']);
    queue.resume();
    expect(jobs).toEqual([]);
    queue.want(files);
    expect(jobs.map((job) => job.id)).toEqual([id(1), id(2)]);
    await jobs[0]!.end(picture());
    expect(statuses()).toEqual(['making', 'none', 'making', 'made']);
    queue.destroy();
  });

  it('takes nothing from who has a small picture', async () => {
    const { queue, jobs, statuses } = setUp();
    const files = [photo(1)];
    queue.want(files);
    await jobs[0]!.end(picture());
    await jobs[0]!.fail(new NotLoadedError());
    expect(statuses()).toEqual(['making', 'small']);
    queue.want(files);
    expect(jobs.map(({ step }) => step)).toEqual(['sharp']);
    queue.destroy();
  });
});
