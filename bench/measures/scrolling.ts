import { makeSmallFiles, prepare } from '../inPage.js';
import type { Measure } from '../Measure.js';
import type { OpenSubject } from '../openSubject.js';

const COUNT = 10_000;
const STEPS = 240;

/** From the first to the last of ten thousand tiles in some four seconds, one step a frame. */
export const scrolling: Measure = {
  name: 'scrolling',
  runs: 5,
  readings: [
    { name: 'longestFrameMs', label: 'scroll 10,000: longest frame', unit: 'ms', budget: 50 },
    { name: 'elements', label: 'scroll 10,000: elements at the end', unit: 'elements', budget: 2500 },
  ],
  async run(subject) {
    await prepare(subject);
    await makeSmallFiles(subject, COUNT);
    await subject.page.evaluate(() => window.kit?.drop());
    await subject.page.waitForFunction((wanted) => (window.subject?.acceptedCount() ?? 0) >= wanted, COUNT);
    await subject.page.waitForTimeout(1500);
    const longestFrameMs = await scroll(subject);
    return { longestFrameMs, elements: await subject.page.evaluate(() => document.querySelectorAll('*').length) };
  },
};

const scroll = ({ page }: OpenSubject): Promise<number> =>
  page.evaluate(async (steps) => {
    const { kit } = window;
    let scroller: Element = document.querySelector('[data-part="tile"]') ?? document.body;
    while (
      scroller.parentElement &&
      !(scroller.scrollHeight > scroller.clientHeight + 100 && /auto|scroll/.test(getComputedStyle(scroller).overflowY))
    ) {
      scroller = scroller.parentElement;
    }
    kit?.watch();
    for (let step = 1; step <= steps; step++) {
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      await kit?.isFrame();
      scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
    }
    await kit?.isFrame();
    kit?.unwatch();
    return Math.max(...(kit?.frames.slice(1) ?? []));
  }, STEPS);
