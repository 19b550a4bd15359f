import { makeSmallFiles, prepare } from '../inPage.js';
import type { Measure } from '../Measure.js';

const COUNT = 300;
const PADDING_BYTES = 4_000_000;
const FOR_MS = 10_000;

/** Six uploads under way, each telling its bytes sixty times a second, three hundred waiting. */
export const storm: Measure = {
  name: 'storm',
  runs: 3,
  readings: [{ name: 'corePercent', label: 'progress storm: of one core', unit: '%', budget: 2, overBare: true }],
  async run(subject) {
    await prepare(subject);
    await makeSmallFiles(subject, COUNT, PADDING_BYTES);
    await subject.page.evaluate(() => window.kit?.drop());
    await subject.page.waitForFunction((wanted) => (window.subject?.acceptedCount() ?? 0) >= wanted, COUNT);
    await subject.page.waitForTimeout(2000);
    await subject.page.evaluate(() => window.subject?.start());
    await subject.page.waitForTimeout(1500);
    const before = await subject.metric('TaskDuration');
    const startMs = performance.now();
    await subject.page.waitForTimeout(FOR_MS);
    const busySeconds = (await subject.metric('TaskDuration')) - before;
    return { corePercent: (busySeconds * 100_000) / (performance.now() - startMs) };
  },
};
