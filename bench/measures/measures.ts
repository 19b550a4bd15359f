import type { Measure, ProcessMeasure } from '../Measure.js';
import { adding } from './adding.js';
import { churning } from './churning.js';
import { gigabyte } from './gigabyte.js';
import { passing } from './passing.js';
import { photos } from './photos.js';
import { andScrolling } from './scrolling.js';
import { serving } from './serving.js';
import { storm } from './storm.js';
import { NAIVE_REST_MS } from '../pace.js';
import { OWN_SUBJECTS } from '../subjects.js';
import { uploading } from './uploading.js';

/** What a phone feels of it. */
function onPhone(measure: Measure): Measure {
  const readings = measure.readings
    .filter(({ name }) => name === 'longestTaskMs')
    .map(({ name, label, unit }) => ({ name, label: `4 x slower, ${label}`, unit, budget: { below: 200 } as const }));
  return { ...measure, name: `${measure.name}-slow`, readings, slowdown: 4, subjects: OWN_SUBJECTS };
}

/** A quick run has fewer where the processor is slowed down: their longest task is about the same. */
const QUICK_SLOW_UPLOADS = 300;

/** @param folder where the files lie that the harness has written */
export function pageMeasures(folder: string, { isQuick }: { readonly isQuick: boolean }): readonly Measure[] {
  const thousand = adding(
    1_000,
    { acceptedMs: 200, restMs: 400, firstTileMs: 100, naiveRestMs: NAIVE_REST_MS, naiveLongestTaskMs: 160 },
    3,
  );
  const tenThousand = adding(
    10_000,
    { acceptedMs: 1_500, restMs: 2_000, firstTileMs: 200, naiveRestMs: 5_000, naiveLongestTaskMs: 2_000 },
    3,
  );
  const measures = [
    thousand,
    andScrolling(tenThousand),
    uploading(1_000),
    gigabyte(folder),
    photos('plain'),
    photos('exif'),
    storm,
    churning,
  ];
  return [
    ...measures,
    ...[thousand, tenThousand, uploading(isQuick ? QUICK_SLOW_UPLOADS : 1_000), photos('plain'), photos('exif')].map(onPhone),
  ];
}

export const PROCESS_MEASURES: readonly ProcessMeasure[] = [serving, passing];

/** Files added, for the plot of how cost grows. */
export const GROWTH_COUNTS = [100, 1_000, 10_000, 100_000] as const;
export const growing = (count: number): Measure => adding(count, null, 1);
