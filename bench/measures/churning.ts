import { giveAndRest, makeSmallFiles } from '../inPage.js';
import type { Measure } from '../Measure.js';

const COUNT = 1_000;
const TIMES = 10;

/** A thousand files added and cleared, ten times over: nothing may stay. */
export const churning: Measure = {
  name: 'churning',
  runs: 1,
  fileCount: COUNT * TIMES,
  readings: [
    { name: 'heapMb', label: 'add and clear 10 x 1,000: heap kept', unit: 'MB', budget: { most: 2 } },
    { name: 'openUrls', label: 'add and clear 10 x 1,000: object URLs kept', unit: 'URLs', budget: { most: 0 } },
  ],
  async run(subject) {
    // The first time brings what is loaded when it is needed.
    await addAndClear();
    const before = await heapMb();
    for (let time = 0; time < TIMES; time++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
      await addAndClear();
    }
    return { heapMb: (await heapMb()) - before, openUrls: await subject.page.evaluate(() => window.openUrls) };

    async function addAndClear(): Promise<void> {
      await makeSmallFiles(subject, COUNT);
      await giveAndRest(subject, COUNT);
      await subject.page.evaluate(() => {
        window.subject?.clear();
        window.kit.unwatch();
      });
    }
    async function heapMb(): Promise<number> {
      await subject.page.evaluate(() => window.kit.rest());
      return (await subject.heapBytes()) / 1_000_000;
    }
  },
};
