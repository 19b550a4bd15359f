import { NotLoadedError } from '../../shared/loaded.js';
import type { ItemId, Preview } from '../item.js';
import { createPictureShelf, firstStepOf, type PictureShelf, type PreviewSubject, type ShelfEntry } from './createPictureShelf.js';
import type { Picture } from './picture.js';
import { MAX_PICTURES, planPreviews, type PreviewFacts, type PreviewStep } from './planPreviews.js';

export interface PreviewQueue {
  want(subjects: readonly PreviewSubject[]): void;
  release(id: ItemId): void;
  /** Looks again what may start: the person has paused. */
  resume(): void;
  destroy(): void;
}

export interface PreviewQueueOptions {
  readonly onChange: (id: ItemId, preview: Preview) => void;
  /** Null when there is no picture to be had by this step; it may also reject, with a `NotLoadedError` where that says nothing of the file. What was aborted is not looked at any more. */
  readonly make: (step: PreviewStep, subject: PreviewSubject, signal: AbortSignal) => Promise<Picture | null>;
  readonly isBusy: () => boolean;
  /** How many are made at once. */
  readonly width: Readonly<Record<PreviewFacts['kind'], number>>;
}

const NONE = { image: 0, video: 0 } as const;

/** Acts on `planPreviews`. Work that cannot be stopped holds its place until it ends. */
export function createPreviewQueue({ onChange, make, isBusy, width }: PreviewQueueOptions): PreviewQueue {
  const shelf = createPictureShelf(onChange);
  const free = { ...width };
  let wanted: readonly ItemId[] = [];
  /** A part of us did not load: nothing begins until somebody asks anew. */
  let isHeld = false;
  let isDestroyed = false;

  async function run(entry: ShelfEntry, step: PreviewStep): Promise<void> {
    const controller = new AbortController();
    free[entry.kind] -= 1;
    entry.running = controller;
    if (!entry.isUnderWay && entry.url === null) shelf.show(entry, { status: 'making' }, 0);
    entry.isUnderWay = true;
    const made = await make(step, entry.subject, controller.signal).catch(whyNot);
    free[entry.kind] += 1;
    isHeld ||= made instanceof NotLoadedError;
    if (!controller.signal.aborted) settle(shelf, entry, step, made);
    act();
  }

  function act(): void {
    const plan = planPreviews({ wanted, known: factsOf(shelf.entries.values()), free: isHeld ? NONE : free, isBusy: isBusy() });
    for (const entry of entriesOf(shelf, plan.stop)) putBack(shelf, entry);
    for (const entry of entriesOf(shelf, plan.letGo)) {
      entry.nextStep = firstStepOf(entry.subject);
      shelf.show(entry, { status: 'none' }, 0);
    }
    for (const { id, step } of plan.start) for (const entry of entriesOf(shelf, [id])) void run(entry, step);
    shelf.tell(wanted);
  }

  return {
    resume: act,
    want(subjects) {
      if (isDestroyed) return;
      const first = [...new Map(subjects.map((subject) => [subject.id, subject])).values()].slice(0, MAX_PICTURES);
      wanted = first.map(({ id }) => id);
      isHeld = false;
      // The most needed one last: it is let go last.
      for (const subject of first.toReversed()) shelf.takeUp(subject);
      act();
    },
    release(id) {
      const entry = shelf.entries.get(id);
      if (!entry) return;
      wanted = wanted.filter((each) => each !== id);
      shelf.drop(entry);
      act();
    },
    destroy() {
      isDestroyed = true;
      wanted = [];
      for (const entry of shelf.entries.values()) shelf.drop(entry);
      shelf.tell(wanted);
    },
  };
}

const whyNot = (thrown: unknown): NotLoadedError | null => (thrown instanceof NotLoadedError ? thrown : null);

const entriesOf = (shelf: PictureShelf, ids: readonly ItemId[]): ShelfEntry[] => ids.flatMap((id) => shelf.entries.get(id) ?? []);

/** As if nothing had begun; what is there to see stays. */
function putBack(shelf: PictureShelf, entry: ShelfEntry): void {
  shelf.stop(entry);
  if (entry.url === null) shelf.show(entry, { status: 'none' }, 0);
}

/** A step came to its end: after the thumbnail comes the sharp picture. */
function settle(shelf: PictureShelf, entry: ShelfEntry, step: PreviewStep, picture: Picture | NotLoadedError | null): void {
  if (picture instanceof NotLoadedError) return putBack(shelf, entry);
  entry.running = null;
  entry.nextStep = step === 'thumbnail' ? 'sharp' : null;
  entry.isUnderWay = step === 'thumbnail';
  if (picture) {
    const { blob, ...facts } = picture;
    const made = { status: 'made', url: URL.createObjectURL(blob), ...facts, isSharp: step === 'sharp' } as const;
    shelf.show(entry, made, blob.size);
  } else if (step === 'sharp') shelf.show(entry, { status: 'undecodable' }, 0);
}

/** Of what has neither a picture nor work left there is nothing to plan. */
function* factsOf(entries: Iterable<ShelfEntry>): Generator<PreviewFacts> {
  for (const { id, kind, nextStep, isUnderWay, pictureBytes, running } of entries)
    if (nextStep || pictureBytes > 0) yield { id, kind, nextStep, isUnderWay, pictureBytes, isRunning: running !== null };
}
