import type { Measure } from '../Measure.js';
import type { OpenSubject } from '../openSubject.js';

const STEPS = 120;
/** Software drawing sometimes stops for good, with a page that works on: then this is told as the longest frame. */
const FROZEN_MS = 5_000;

/** Afterwards from the first to the last of the tiles in some two seconds, one step a frame: what each shows is new. */
export const andScrolling = (adding: Measure): Measure => ({
  ...adding,
  readings: [...adding.readings, { name: 'longestFrameMs', label: 'scroll 10,000: longest frame', unit: 'ms', budget: { most: 50 } }],
  run: async (subject, isAsked) => ({ ...(await adding.run(subject, isAsked)), longestFrameMs: await scroll(subject) }),
});

const scroll = ({ page }: OpenSubject): Promise<number> =>
  page.evaluate(
    async ([steps, frozenMs]) => {
      const { kit, subject } = window;
      let scroller: Element = document.querySelector(subject?.tile ?? '') ?? document.body;
      while (
        scroller.parentElement &&
        !(scroller.scrollHeight > scroller.clientHeight + 100 && /auto|scroll/.test(getComputedStyle(scroller).overflowY))
      ) {
        scroller = scroller.parentElement;
      }
      kit.watch();
      for (let step = 1; step <= steps; step++) {
        // oxlint-disable-next-line no-await-in-loop -- frame after frame
        const hasCome = await Promise.race([kit.isFrame(), new Promise<null>((resolve) => setTimeout(resolve, frozenMs, null))]);
        if (hasCome === null) return frozenMs;
        scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
      }
      await kit.isFrame();
      kit.unwatch();
      return Math.max(...kit.frames.slice(1));
    },
    [STEPS, FROZEN_MS] as const,
  );
