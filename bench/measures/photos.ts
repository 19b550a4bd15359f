import { longestTask, prepare } from '../inPage.js';
import type { Measure } from '../Measure.js';
import type { OpenSubject } from '../openSubject.js';
import { PHOTO_COUNT, THUMBNAIL_WIDTH_PX } from '../writePhotos.js';

const COUNT = 60;
const AFTER_MS = 6000;

/** Sixty photos of a phone, 12 megapixels each. */
export const photos: Measure = {
  name: 'photos',
  runs: 3,
  readings: [
    { name: 'picturesMs', label: '60 photos: pictures in view', unit: 'ms', budget: 600 },
    { name: 'sharpMs', label: '60 photos: sharp ones in view', unit: 'ms' },
    { name: 'longestTaskMs', label: '60 photos: longest task', unit: 'ms', budget: 50 },
    { name: 'peakMb', label: '60 photos: process grows by', unit: 'MB', budget: 200 },
    { name: 'keptMb', label: '60 photos: kept after clear', unit: 'MB' },
  ],
  async run(subject) {
    await prepare(subject);
    await fetchPhotos(subject);
    await subject.collectGarbage();
    await subject.page.waitForTimeout(500);
    const beforeMb = subject.rendererMb();
    let peakMb = beforeMb;
    const timer = setInterval(() => (peakMb = highest(peakMb, subject.rendererMb())), 50);
    const times = await dropAndSee(subject);
    await subject.page.waitForTimeout(AFTER_MS);
    clearInterval(timer);
    const longestTaskMs = await longestTask(subject);
    await subject.page.evaluate(() => window.subject?.clear());
    await subject.page.waitForTimeout(500);
    await subject.collectGarbage();
    await subject.page.waitForTimeout(2500);
    return { ...times, longestTaskMs, peakMb: growth(beforeMb, peakMb), keptMb: growth(beforeMb, subject.rendererMb()) };
  },
};

const highest = (one: number | null, other: number | null): number | null => (one === null || other === null ? one : Math.max(one, other));
const growth = (before: number | null, after: number | null): number | null => (before === null || after === null ? null : after - before);

/** Their bytes lie with the browser before anything is measured, as those of a disk do. */
const fetchPhotos = ({ page }: OpenSubject): Promise<void> =>
  page.evaluate(
    async ([count, different]) => {
      const pictures = await Promise.all(Array.from({ length: different }, async (_, at) => (await fetch(`/photos/${at}.jpg`)).blob()));
      const transfer = new DataTransfer();
      for (let at = 0; at < count; at++) {
        transfer.items.add(new File([pictures[at % different] ?? '', String(at)], `DSC_${at}.jpg`, { type: 'image/jpeg' }));
      }
      if (window.kit) window.kit.transfer = transfer;
    },
    [COUNT, PHOTO_COUNT] as const,
  );

/** @returns how long until every tile on the screen shows a picture, and until each shows more than the small one in its Exif */
const dropAndSee = ({ page }: OpenSubject): Promise<{ picturesMs: number; sharpMs: number }> =>
  page.evaluate(
    async ([count, thumbnailPx]) => {
      const { kit } = window;
      if (!kit) throw new Error('The page is not prepared.');
      const inView = (tile: Element): boolean => {
        const { top, bottom } = tile.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      };
      const pictures = (): (HTMLImageElement | null)[] =>
        [...document.querySelectorAll('[data-part="tile"]')].filter(inView).map((tile) => tile.querySelector('img'));
      kit.watch();
      await kit.isFrame();
      const startMs = performance.now();
      let picturesMs: number | null = null;
      kit.drop();
      while (performance.now() - startMs < 60_000) {
        // oxlint-disable-next-line no-await-in-loop -- frame after frame
        await kit.isFrame();
        if ((window.subject?.acceptedCount() ?? 0) < count) continue;
        const shown = pictures();
        const areWiderThan = (px: number): boolean =>
          shown.length > 0 && shown.every((picture) => picture?.complete && Math.max(picture.naturalWidth, picture.naturalHeight) > px);
        if (!areWiderThan(0)) continue;
        // oxlint-disable-next-line no-await-in-loop -- at most twice
        if (picturesMs === null || areWiderThan(thumbnailPx)) await Promise.all(shown.flatMap((picture) => picture?.decode() ?? []));
        picturesMs ??= performance.now() - startMs;
        if (areWiderThan(thumbnailPx)) return { picturesMs, sharpMs: performance.now() - startMs };
      }
      throw new Error('After a minute the tiles on the screen show no pictures.');
    },
    [COUNT, THUMBNAIL_WIDTH_PX] as const,
  );
