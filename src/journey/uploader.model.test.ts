import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadError, type UploadErrorCode } from '../shared/UploadError.js';
import { batchOf, batchTotalsOf, itemsOf, totalsOf } from './queue/totals.js';
import { NO_TALLY, tallied } from './tally.js';
import { createScriptedClient, settle, type ScriptedCall } from './testing/scriptedClient.js';
import { createUploader, type Uploader } from './uploader.js';

const PNG_BYTES = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
const CONCURRENCY = 3;

/** A host that keeps idempotency keys: what it stores under a key it stores once. */
interface World {
  readonly uploader: Uploader;
  readonly client: ReturnType<typeof createScriptedClient>;
  readonly storedTimes: Map<string, number>;
  readonly sentBytes: Map<string, number>;
  fileCount: number;
}

const nameOf = (call: ScriptedCall): string => (call.source.kind === 'file' ? call.source.name : call.source.url);
const openCalls = (world: World): ScriptedCall[] => world.client.calls.filter((call) => isOpen(world, call));
const isOpen = ({ client }: World, call: ScriptedCall): boolean => client.isOpen(call);

function store(world: World, call: ScriptedCall): void {
  const key = `${nameOf(call)} ${call.idempotencyKey}`;
  if (!world.storedTimes.has(key)) world.storedTimes.set(key, 1);
}

const FAILURES: readonly UploadError[] = [
  new UploadError('network.lost', { sentBytes: 0, sizeBytes: 10 }),
  new UploadError('host.busy', { status: 503, retryAfterMs: 2_000 }),
  new UploadError('host.rateLimited', { retryAfterMs: 60_000, maxUploads: 1, period: 'minute' }),
  new UploadError('host.rateLimited', { retryAfterMs: 86_400_000, maxUploads: 1, period: 'day' }),
  new UploadError('file.tooLarge', { limitBytes: 1 }),
  new UploadError('host.broken', { status: 500, hostMessage: '' }),
];

type Step = (world: World) => Promise<void> | void;
const pick = <T>(list: readonly T[], at: number): T | undefined => (list.length === 0 ? undefined : list[at % list.length]);

const anItem = (world: World, at: number) => pick(world.uploader.getState().ids, at);

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 4 }).map((count): Step => async (world) => {
      const files = Array.from({ length: count }, () => new File([PNG_BYTES], `${++world.fileCount}.png`));
      await world.uploader.add(files);
    }),
  },
  { weight: 3, arbitrary: fc.constant<Step>(({ uploader }) => uploader.start()) },
  {
    weight: 8,
    arbitrary: fc.nat().map((at): Step => async (world) => {
      const call = pick(openCalls(world), at);
      if (call) {
        call.onSentBytes(10);
        store(world, call);
        await call.store();
      }
    }),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(), fc.nat()).map(([at, which]): Step => async (world) => {
      await pick(openCalls(world), at)?.fail(pick(FAILURES, which)!);
    }),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map((at): Step => async (world) => {
      const call = pick(openCalls(world), at);
      if (call) {
        call.onSentBytes(10);
        store(world, call);
        await call.fail(new UploadError('network.answerLost', { status: null }));
      }
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(), fc.integer({ min: 0, max: 10 })).map(
      ([at, sent]): Step =>
        (world) =>
          pick(openCalls(world), at)?.onSentBytes(sent),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(100, 5_000, 70_000).map(
      (ms): Step =>
        async () =>
          void (await vi.advanceTimersByTimeAsync(ms)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map((at): Step => (world) => {
      const id = anItem(world, at);
      if (id) world.uploader.cancel(id);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map((at): Step => (world) => {
      const id = anItem(world, at);
      if (id) world.uploader.retry(id);
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>(({ uploader }) => uploader.pause()) },
  { weight: 2, arbitrary: fc.constant<Step>(({ uploader }) => uploader.resume()) },
  { weight: 1, arbitrary: fc.constant<Step>(({ uploader }) => uploader.cancelRemaining()) },
  { weight: 1, arbitrary: fc.constant<Step>(({ uploader }) => uploader.retryFailed()) },
);

function checkInvariants(world: World): void {
  const state = world.uploader.getState();
  const items = itemsOf(state);
  expect(world.client.openCount()).toBeLessThanOrEqual(CONCURRENCY);
  expect(items).toHaveLength(world.fileCount);
  for (const item of items) {
    if (item.status !== 'uploading') continue;
    const before = world.sentBytes.get(`${item.id} ${item.attempt} ${item.startedAtMs}`) ?? 0;
    expect(item.sentBytes).toBeGreaterThanOrEqual(before);
    world.sentBytes.set(`${item.id} ${item.attempt} ${item.startedAtMs}`, item.sentBytes);
  }
  // Counted with each change, they are what a walk through the list finds.
  expect(state.byId.tally).toEqual(tallied(NO_TALLY, items));
  expect(batchTotalsOf(state)).toEqual(totalsOf(batchOf(state)));
}

/** Whatever went on: the host answers all from now on, so everything must come to an end. */
async function runToTheEnd(world: World): Promise<void> {
  world.uploader.resume();
  for (let round = 0; round < 400; round++) {
    await settle();
    for (const call of openCalls(world)) {
      store(world, call);
      await call.store();
    }
    await vi.advanceTimersByTimeAsync(40_000);
    if (world.uploader.getState().pause) world.uploader.resume();
    if (totalsOf(itemsOf(world.uploader.getState())).pendingCount === 0) return;
  }
  throw new Error('The queue did not come to its end');
}

function checkEnd(world: World): void {
  for (const item of itemsOf(world.uploader.getState())) {
    const stored = [...world.storedTimes.keys()].filter((key) => key.startsWith(`${item.source.name} `)).length;
    expect(stored).toBeLessThanOrEqual(1);
    if (item.status === 'uploaded') expect(stored).toBe(1);
    if (item.status === 'failed') expect(item.error.code satisfies UploadErrorCode).toBeTruthy();
    expect(['uploaded', 'failed', 'cancelled', 'unknown', 'ready']).toContain(item.status);
  }
}

const RUNS = Number(process.env['SOAK_RUNS'] ?? 250);
const STEPS = 40;

describe('the journey under random outcomes, delays and commands', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('stores each file once or tells why not, and never has too many under way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
        const client = createScriptedClient('idempotent');
        const uploader = createUploader({ client, concurrency: CONCURRENCY });
        const world: World = { uploader, client, storedTimes: new Map(), sentBytes: new Map(), fileCount: 0 };
        try {
          for (const step of steps) {
            await step(world);
            await settle();
            checkInvariants(world);
          }
          await runToTheEnd(world);
          checkEnd(world);
        } finally {
          uploader.destroy();
          await settle();
        }
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 3_600_000 },
    );
  }, 3_600_000);
});
