import type { ItemId } from '../item.js';

/** `thumbnail`: the small picture that a camera put into the file, there at once. `sharp`: the file itself, decoded. */
export type PreviewStep = 'thumbnail' | 'sharp';

/** What the plan has to know of an item that is or was wanted. */
export interface PreviewFacts {
  readonly id: ItemId;
  readonly kind: 'image' | 'video';
  /** Null when there is nothing left to try. */
  readonly nextStep: PreviewStep | null;
  /** A step is being taken. */
  readonly isRunning: boolean;
  /** Begun and neither finished nor stopped. */
  readonly isUnderWay: boolean;
  /** 0 while it has no picture. */
  readonly pictureBytes: number;
}

export interface PreviewSituation {
  /** In order of need, each once. */
  readonly wanted: readonly ItemId[];
  /** The one not wanted for longest first. */
  readonly known: Iterable<PreviewFacts>;
  readonly free: Readonly<Record<PreviewFacts['kind'], number>>;
  /** The person drags, scrolls or types. */
  readonly isBusy: boolean;
}

export interface PreviewPlan {
  readonly stop: readonly ItemId[];
  readonly letGo: readonly ItemId[];
  readonly start: readonly { readonly id: ItemId; readonly step: PreviewStep }[];
}

export const MAX_PICTURES = 240;
export const MAX_PICTURE_BYTES = 24 * 1024 * 1024;

/** About a screenful: so many get their thumbnail before the first gets its sharp picture. */
const SCREENFUL = 24;

/** What to make next, in which order, and what to give up for it. A plan: it starts nothing and is safe to ask at any time. */
export function planPreviews({ wanted, known, free, isBusy }: PreviewSituation): PreviewPlan {
  const all = [...known];
  const rankOf = new Map(wanted.map((id, rank) => [id, rank]));
  const unwanted = all.filter(({ id }) => !rankOf.has(id));
  const { letGo, leftBytes } = planLettingGo(all, unwanted);
  const stop = unwanted.filter(({ isUnderWay }) => isUnderWay).map(({ id }) => id);
  const mayStart = leftBytes < MAX_PICTURE_BYTES;
  return { stop, letGo, start: mayStart ? planStarts(all, rankOf, free, isBusy) : [] };
}

function planLettingGo(all: readonly PreviewFacts[], unwanted: readonly PreviewFacts[]): { letGo: ItemId[]; leftBytes: number } {
  const pictures = all.filter(({ pictureBytes }) => pictureBytes > 0);
  const letGo: ItemId[] = [];
  let leftBytes = pictures.reduce((sum, { pictureBytes }) => sum + pictureBytes, 0);
  for (const { id, pictureBytes } of unwanted) {
    if (leftBytes <= MAX_PICTURE_BYTES && pictures.length - letGo.length <= MAX_PICTURES) break;
    if (pictureBytes === 0) continue;
    letGo.push(id);
    leftBytes -= pictureBytes;
  }
  return { letGo, leftBytes };
}

function planStarts(
  all: readonly PreviewFacts[],
  rankOf: ReadonlyMap<ItemId, number>,
  free: PreviewSituation['free'],
  isBusy: boolean,
): PreviewPlan['start'] {
  const left = { ...free };
  const starts = all.flatMap(({ id, kind, nextStep, isRunning }) => {
    const rank = rankOf.get(id);
    if (rank === undefined || !nextStep || isRunning) return [];
    if (isBusy && (nextStep === 'sharp' || rank >= SCREENFUL)) return [];
    return [{ id, step: nextStep, kind, rank: nextStep === 'sharp' ? rank + SCREENFUL : rank }];
  });
  return starts
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ kind }) => left[kind]-- > 0)
    .map(({ id, step }) => ({ id, step }));
}
