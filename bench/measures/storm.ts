import { giveAndRest, makeSmallFiles } from '../inPage.js';
import type { Measure } from '../Measure.js';

const LARGE_COUNT = 6;
const COUNT = LARGE_COUNT + 300;
/** More than is sent while it is measured. */
const LARGE_BYTES = 90_000_000;
const BYTES_PER_SECOND = 6_000_000;

/** Six uploads under way at 6 MB/s each, three hundred waiting. */
export const storm: Measure = {
  name: 'storm',
  runs: 3,
  fileCount: COUNT,
  query: `?rate=${BYTES_PER_SECOND}`,
  readings: [{ name: 'corePercent', label: 'progress storm: of one core', unit: '%', budget: { overRaw: 2 } }],
  prepare: (subject) => makeSmallFiles(subject, COUNT, { bytes: LARGE_BYTES, count: LARGE_COUNT }),
  async run(subject) {
    await giveAndRest(subject, COUNT);
    await subject.page.evaluate(() => {
      window.kit.unwatch();
      window.subject?.start();
    });
    await subject.page.waitForTimeout(1_000);
    const before = await subject.metric('TaskDuration');
    const startMs = performance.now();
    await subject.page.waitForTimeout(5_000);
    const busySeconds = (await subject.metric('TaskDuration')) - before;
    return { corePercent: (busySeconds * 100_000) / (performance.now() - startMs) };
  },
};
