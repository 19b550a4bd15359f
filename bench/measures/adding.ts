import { longestTask, makeSmallFiles, prepare } from '../inPage.js';
import type { Measure } from '../Measure.js';

const COUNT = 10_000;

/** Ten thousand files in one drop. */
export const adding: Measure = {
  name: 'adding',
  runs: 5,
  readings: [
    { name: 'longestTaskMs', label: 'add 10,000: longest task', unit: 'ms', budget: 50 },
    { name: 'firstTilesMs', label: 'add 10,000: first tiles', unit: 'ms', budget: 200 },
    { name: 'allAcceptedMs', label: 'add 10,000: all accepted', unit: 'ms', budget: 1500 },
    { name: 'elements', label: 'add 10,000: elements', unit: 'elements', budget: 2500 },
    { name: 'heapPerFileBytes', label: 'add 10,000: heap a file', unit: 'B', budget: 1024, overBare: true },
  ],
  async run(subject) {
    await prepare(subject);
    await makeSmallFiles(subject, COUNT);
    await subject.collectGarbage();
    const heapBefore = await subject.metric('JSHeapUsedSize');
    const times = await subject.page.evaluate(async (wanted) => {
      const { kit } = window;
      if (!kit) throw new Error('The page is not prepared.');
      const accepted = (): number => window.subject?.acceptedCount() ?? 0;
      const deadlineMs = performance.now() + 60_000;
      kit.watch();
      await kit.isFrame();
      const startMs = performance.now();
      kit.drop();
      let firstTilesMs: number | null = null;
      let allAcceptedMs: number | null = null;
      while (firstTilesMs === null || allAcceptedMs === null) {
        // oxlint-disable-next-line no-await-in-loop -- frame after frame
        await kit.isFrame();
        const nowMs = performance.now() - startMs;
        if (document.querySelector('[data-part="tile"]')) firstTilesMs ??= nowMs;
        if (accepted() >= wanted) allAcceptedMs ??= nowMs;
        if (performance.now() > deadlineMs) throw new Error(`After a minute ${accepted()} of ${wanted} files are listed.`);
      }
      await kit.isFrame();
      return { firstTilesMs, allAcceptedMs };
    }, COUNT);
    const longestTaskMs = await longestTask(subject);
    const elements = await subject.page.evaluate(() => document.querySelectorAll('*').length);
    await subject.page.waitForTimeout(500);
    await subject.collectGarbage();
    const heapPerFileBytes = ((await subject.metric('JSHeapUsedSize')) - heapBefore) / COUNT;
    return { ...times, longestTaskMs, elements, heapPerFileBytes };
  },
};
