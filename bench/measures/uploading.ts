import { giveAndRest, longestTask, makeSmallFiles } from '../inPage.js';
import type { Measure, Values } from '../Measure.js';
import type { OpenSubject } from '../openSubject.js';
import { NO_LONG_TASK } from './adding.js';

const PADDING_BYTES = 9_000;

/** Small uploads: what is not the wire is overhead. */
export const uploading = (count: number): Measure => {
  const words = `${count.toLocaleString('en')} uploads`;
  return {
    name: 'uploading',
    runs: 3,
    fileCount: count,
    readings: [
      { name: 'wallMs', label: `${words}: wall`, unit: 'ms', budget: { timesRaw: 1.15 } },
      { name: 'mainThreadMs', label: `${words}: main thread`, unit: 'ms', budget: { timesRaw: 2 } },
      { name: 'longestTaskMs', label: `${words}: longest task`, unit: 'ms', budget: NO_LONG_TASK },
      { name: 'missing', label: `${words}: missing`, unit: 'files', budget: { most: 0 } },
    ],
    prepare: (subject) => makeSmallFiles(subject, count, { bytes: PADDING_BYTES, count }),
    async run(subject) {
      await giveAndRest(subject, count);
      await subject.page.evaluate(() => {
        window.kit.unwatch();
        window.kit.watch();
      });
      const times = await startAndWait(subject, count);
      return { ...times, longestTaskMs: await longestTask(subject), missing: count - subject.served.sink.storedCount() };
    },
  };
};

/** The wall ends with the last body that the sink has taken, the main thread's time when the page is at rest. */
export async function startAndWait(subject: OpenSubject, count: number): Promise<Values> {
  const { page, served } = subject;
  const before = await subject.metric('TaskDuration');
  const startMs = performance.now();
  await page.evaluate(() => window.subject?.start());
  // Who is given up is closed.
  while (served.sink.storedCount() < count && !page.isClosed()) {
    // oxlint-disable-next-line no-await-in-loop -- looked at again and again
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const wallMs = performance.now() - startMs;
  await page.evaluate(() => window.kit.rest());
  return { wallMs, mainThreadMs: ((await subject.metric('TaskDuration')) - before) * 1000 };
}
