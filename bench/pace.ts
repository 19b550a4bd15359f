import { adding } from './measures/adding.js';
import { paceBy, resultOf } from './rows.js';
import { runOnPages } from './runMeasure.js';
import type { Served } from './servePages.js';

/** The naive page comes to rest so long after 1,000 small images on the quiet machine of two cores that the budgets are of. */
export const NAIVE_REST_MS = 600;
const ROUNDS = 3;

/** How many times slower this machine is now than the one that the budgets are of; 1 where it is as fast or faster. */
export async function measurePace(served: Served): Promise<number> {
  const { naive = [] } = await runOnPages(adding(1_000, null, ROUNDS), served, ['naive'], ROUNDS);
  return paceBy(resultOf(naive, 'restMs'), NAIVE_REST_MS) ?? 1;
}
