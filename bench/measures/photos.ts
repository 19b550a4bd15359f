import { longestTask } from '../inPage.js';
import type { Measure, Values } from '../Measure.js';
import type { OpenSubject } from '../openSubject.js';
import { NO_LONG_TASK } from './adding.js';
import { PHOTO_COUNT, THUMBNAIL_WIDTH_PX } from '../writePhotos.js';

const COUNT = 60;

export type PhotoKind = 'plain' | 'exif';

/** Sixty photos of 12 megapixels, as phones write them, with or without a small picture in their Exif. */
export const photos = (kind: PhotoKind): Measure => {
  const words = kind === 'exif' ? '60 photos with Exif pictures' : '60 photos';
  return {
    name: `photos-${kind}`,
    naiveAs: 'photos', // it shows whole pictures in any case
    runs: 3,
    fileCount: COUNT,
    readings: [
      {
        name: 'picturesMs',
        label: `${words}: pictures in view`,
        unit: 'ms',
        budget: { most: kind === 'exif' ? 200 : 600 },
        naiveThere: 200,
      },
      { name: 'sharpMs', label: `${words}: sharp ones in view`, unit: 'ms' },
      { name: 'longestTaskMs', label: `${words}: longest task`, unit: 'ms', budget: NO_LONG_TASK },
      { name: 'peakMb', label: `${words}: process grows by`, unit: 'MB', budget: { most: 200 } },
      { name: 'keptMb', label: `${words}: kept after clear`, unit: 'MB' },
    ],
    prepare: (subject) => fetchPhotos(subject, kind),
    run: (subject, isAsked) =>
      isAsked('peakMb') ? untilCleared(subject) : isAsked('longestTaskMs') ? untilAtRest(subject) : untilSeen(subject),
  };
};

async function untilAtRest(subject: OpenSubject): Promise<Values> {
  const times = await untilSeen(subject);
  await subject.page.evaluate(() => window.kit.rest());
  return { ...times, longestTaskMs: await longestTask(subject) };
}

/** The browser settles for a while before it is weighed, and gives pictures back late. */
async function untilCleared(subject: OpenSubject): Promise<Values> {
  await subject.collectGarbage();
  await subject.page.waitForTimeout(500);
  const beforeMb = subject.rendererMb();
  let times: Values = {};
  const peakMb = await subject.growthMb(async () => {
    times = await untilAtRest(subject);
  });
  await subject.page.evaluate(() => window.subject?.clear());
  await subject.page.evaluate(() => window.kit.rest());
  await subject.collectGarbage();
  await subject.page.waitForTimeout(1_500);
  return { ...times, peakMb, keptMb: growth(beforeMb, subject.rendererMb()) };
}

const growth = (before: number | null, after: number | null): number | null => (before === null || after === null ? null : after - before);

/** Their bytes lie with the browser before anything is measured, as those of a disk do. */
const fetchPhotos = ({ page }: OpenSubject, kind: PhotoKind): Promise<void> =>
  page.evaluate(
    async ([count, different, folder]) => {
      const pictures = await Promise.all(Array.from({ length: different }, async (_, at) => (await fetch(`/${folder}/${at}.jpg`)).blob()));
      const transfer = new DataTransfer();
      for (let at = 0; at < count; at++) {
        transfer.items.add(new File([pictures[at % different] ?? '', String(at)], `DSC_${at}.jpg`, { type: 'image/jpeg' }));
      }
      window.hand.transfer = transfer;
    },
    [COUNT, PHOTO_COUNT, kind] as const,
  );

/** @returns how long until every tile on the screen shows a picture, and until each shows more than the small one in its Exif */
const untilSeen = ({ page }: OpenSubject): Promise<{ picturesMs: number; sharpMs: number }> =>
  page.evaluate(
    async ([count, thumbnailPx]) => {
      const { kit } = window;
      const tile = window.subject?.tile ?? '';
      const inView = (each: Element): boolean => {
        const { top, bottom } = each.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      };
      const pictures = (): (HTMLImageElement | HTMLCanvasElement | null)[] =>
        [...document.querySelectorAll(tile)]
          .filter(inView)
          .map((each) => each.querySelector<HTMLImageElement>('img') ?? each.querySelector('canvas'));
      const widthOf = (picture: HTMLImageElement | HTMLCanvasElement | null): number =>
        picture instanceof HTMLImageElement
          ? picture.complete
            ? Math.max(picture.naturalWidth, picture.naturalHeight)
            : 0
          : (picture?.width ?? 0);
      kit.watch();
      await kit.isFrame();
      const startMs = performance.now();
      let picturesMs: number | null = null;
      window.hand.give();
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- frame after frame
        await kit.isFrame();
        if ((window.subject?.acceptedCount() ?? 0) < count) continue;
        const shown = pictures();
        const areWiderThan = (px: number): boolean => shown.length > 0 && shown.every((picture) => widthOf(picture) > px);
        if (!areWiderThan(0)) continue;
        if (picturesMs !== null && !areWiderThan(thumbnailPx)) continue;
        const decoding = Promise.all(shown.flatMap((picture) => (picture instanceof HTMLImageElement ? [picture.decode()] : [])));
        // One that is replaced meanwhile by a better one cannot be decoded any more.
        // oxlint-disable-next-line no-await-in-loop -- hardly more than twice
        if (!(await decoding.then(Boolean, () => false))) continue;
        picturesMs ??= performance.now() - startMs;
        if (areWiderThan(thumbnailPx)) return { picturesMs, sharpMs: performance.now() - startMs };
      }
    },
    [COUNT, THUMBNAIL_WIDTH_PX] as const,
  );
