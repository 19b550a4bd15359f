import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { withExif } from '../src/journey/preview/testing/withExif.js';

/** Different pictures; the page makes sixty files of them. */
export const PHOTO_COUNT = 3;

/** What cameras put into their photos, in pixels. */
export const THUMBNAIL_WIDTH_PX = 160;

const SIZE = { width: 4000, height: 3000 } as const;

/** As phones and cameras write them: 12 megapixels with noise, some 4 MB each, some stored turned; in `exif` with a small picture in each, in `plain` without. */
export async function writePhotos(folder: string): Promise<void> {
  for (const kind of ['exif', 'plain']) await mkdir(join(folder, kind), { recursive: true });
  const noise = { type: 'gaussian' as const, mean: 110, sigma: 18 };
  const grain = await sharp({ create: { ...SIZE, channels: 3, background: '#000', noise } })
    .raw()
    .toBuffer();
  for (let at = 0; at < PHOTO_COUNT; at++) {
    // One after the other: all of these at once would fill a small machine.
    // oxlint-disable-next-line no-await-in-loop
    const photo = await sharp(grain, { raw: { ...SIZE, channels: 3 } })
      .linear(1, at * 6)
      .jpeg({ quality: 85 })
      .toBuffer();
    // oxlint-disable-next-line no-await-in-loop
    const thumbnail = await sharp(photo).resize(THUMBNAIL_WIDTH_PX).jpeg().toBuffer();
    const orientation = at % 3 === 1 ? 6 : 1;
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(join(folder, 'exif', `${at}.jpg`), withExif(photo, { orientation, thumbnail }));
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(join(folder, 'plain', `${at}.jpg`), withExif(photo, { orientation }));
  }
}
