import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Different pictures; the page makes sixty files of them. */
export const PHOTO_COUNT = 6;

/** 12 megapixels with a camera's noise, 3 to 6 MB each, some stored turned. */
export async function writePhotos(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < PHOTO_COUNT; at++) {
    const background = { r: 40 + at * 30, g: 120, b: 220 - at * 30 };
    const noise = { type: 'gaussian' as const, mean: 110 + at * 6, sigma: 18 };
    // One after the other: six of these at once would fill a small machine.
    // oxlint-disable-next-line no-await-in-loop
    await sharp({ create: { width: 4000, height: 3000, channels: 3, background, noise } })
      .withMetadata({ orientation: at % 3 === 1 ? 6 : 1 })
      .jpeg({ quality: 85 })
      .toFile(join(folder, `${at}.jpg`));
  }
}
