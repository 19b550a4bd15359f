import { countElements, longestTask, makeSmallFiles } from '../inPage.js';
import type { Budget, Measure } from '../Measure.js';
import type { OpenSubject } from '../openSubject.js';

/** No long task: browsers report none below that. */
export const NO_LONG_TASK: Budget = { below: 50 };
const MOST_ELEMENTS = 2_500;

export interface AddingBudgets {
  readonly acceptedMs: number;
  readonly restMs: number;
  readonly firstTileMs: number;
  /** Of the naive page there. */
  readonly naiveRestMs: number;
  readonly naiveLongestTaskMs: number;
}

/** So many files at once, with pictures. */
export function adding(count: number, budgets: AddingBudgets | null, runs: number): Measure {
  const words = `add ${count.toLocaleString('en')}`;
  const most = (of: (budgets: AddingBudgets) => number): { readonly budget?: Budget } => (budgets ? { budget: { most: of(budgets) } } : {});
  return {
    name: `adding-${count}`,
    runs,
    fileCount: count,
    readings: [
      { name: 'acceptedMs', label: `${words}: accepted`, unit: 'ms', ...most(({ acceptedMs }) => acceptedMs) },
      {
        name: 'restMs',
        label: `${words}: at rest`,
        unit: 'ms',
        ...most(({ restMs }) => restMs),
        ...(budgets && { naiveThere: budgets.naiveRestMs }),
      },
      { name: 'firstTileMs', label: `${words}: first tile`, unit: 'ms', ...most(({ firstTileMs }) => firstTileMs) },
      {
        name: 'longestTaskMs',
        label: `${words}: longest task`,
        unit: 'ms',
        ...(budgets && { budget: NO_LONG_TASK, naiveThere: budgets.naiveLongestTaskMs }),
      },
      { name: 'elements', label: `${words}: elements`, unit: 'elements', ...(budgets && { budget: { most: MOST_ELEMENTS } }) },
      {
        name: 'heapPerFileBytes',
        label: `${words}: heap a file`,
        unit: 'B',
        ...(count > 1_000 && budgets && { budget: { most: 1_024 } }),
      },
    ],
    prepare: (subject) => makeSmallFiles(subject, count),
    async run(subject, isAsked) {
      const heapBefore = isAsked('heapPerFileBytes') ? await subject.heapBytes() : null;
      const times = await giveAndWatch(subject, count);
      const longestTaskMs = await longestTask(subject);
      const elements = await countElements(subject);
      const heapPerFileBytes = heapBefore === null ? null : ((await subject.heapBytes()) - heapBefore) / count;
      return { ...times, longestTaskMs, elements, heapPerFileBytes };
    },
  };
}

const giveAndWatch = ({ page }: OpenSubject, count: number): Promise<{ acceptedMs: number; restMs: number; firstTileMs: number }> =>
  page.evaluate(async (wanted) => {
    const { kit } = window;
    const tile = window.subject?.tile ?? '';
    kit.watch();
    await kit.isFrame();
    const startMs = performance.now();
    window.hand.give();
    let firstTileMs: number | null = null;
    let acceptedMs: number | null = null;
    while (firstTileMs === null || acceptedMs === null) {
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      await kit.isFrame();
      const passedMs = performance.now() - startMs;
      if (document.querySelector(tile)) firstTileMs ??= passedMs;
      if ((window.subject?.acceptedCount() ?? 0) >= wanted) acceptedMs ??= passedMs;
    }
    return { firstTileMs, acceptedMs, restMs: (await kit.rest()) - startMs };
  }, count);
