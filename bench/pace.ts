import type { Values } from './Measure.js';
import { adding } from './measures/adding.js';
import { paceBy, resultOf } from './rows.js';
import { runOnPages } from './runMeasure.js';
import type { Served } from './servePages.js';

/** The naive page comes to rest so long after 1,000 small images on the quiet machine of two cores that the budgets are of. */
export const NAIVE_REST_MS = 600;
const ROUNDS = 3;

export interface Pace {
  /** How many times slower this machine is now than the one that the budgets are of; 1 where it is as fast or faster. */
  readonly times: number;
  /** What tells it: the naive page in this measure. */
  readonly measureName: string;
  readonly naive: readonly (Values | 'notDone')[];
}

export async function measurePace(served: Served): Promise<Pace> {
  const measure = adding(1_000, null, ROUNDS);
  const { naive = [] } = await runOnPages(measure, served, ['naive'], ROUNDS);
  return { measureName: measure.name, times: paceBy(resultOf(naive, 'restMs'), NAIVE_REST_MS) ?? 1, naive };
}
