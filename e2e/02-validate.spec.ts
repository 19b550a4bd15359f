import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { longMedia, mediaBytes, mediaPath, openBox } from './box.js';
import { startApp, type App } from './startApp.js';
import { expect, test } from './fixtures.js';

test('a text file is refused at once, with the reason, and does not block the others', async ({ box }) => {
  await box.choose('note.txt', 'a.png');
  await expect(box.part('rejections')).toContainText('note.txt');
  await expect(box.part('rejections')).toContainText(/TXT|JPG/);
  await expect(box.part('tile')).toHaveCount(1);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect(box.part('rejections')).toContainText('note.txt');
});

test('a text that calls itself a picture is refused by its bytes', async ({ box }) => {
  await box.choose('fake.png');
  await expect(box.part('rejections')).toContainText('fake.png');
  await expect(box.part('tile')).toHaveCount(0);
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('an empty file is refused', async ({ box }) => {
  await box.choose('zero.png');
  await expect(box.part('rejections')).toContainText('zero.png');
});

test('nothing of a refused file is sent', async ({ box, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/gateway/upload')) sent.push(request.url());
  });
  await box.choose('note.txt', 'fake.png', 'zero.png', 'a.png');
  await box.start();
  await expect(box.part('results')).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('a wrong or missing ending is repaired for the host', async ({ box, page }) => {
  const named: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/gateway/upload')) named.push(new URL(request.url()).searchParams.get('filename') ?? request.url());
  });
  const path = test.info().outputPath('holiday.png');
  await writeFile(path, mediaBytes('photo.jpg'));
  await box.choose('noext');
  await box.input.setInputFiles(path);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  expect(new Set(named.map((name) => name.split('.').at(-1)))).toEqual(new Set(['jpg', 'png']));
});

test('an iPhone’s picture is told apart and the remedy is named', async ({ box, said }) => {
  await box.choose('pic.heic', 'a.png');
  await expect(box.part('rejection')).toHaveAttribute('data-code', 'validate.heic');
  await expect(box.part('tile')).toHaveCount(1);
  await box.part('shrink').click();
  await expect(box.part('rejection')).toContainText(said.messages['validate.cannotShrink'].undecodable);
});

test('photos over the host’s limit are made to fit, one by one and all at once, and stored', { tag: '@once' }, async ({ page }) => {
  const app = await startApp({ SETTINGS: 'host-a' });
  try {
    const box = await openBox(page, '', app.url);
    await box.input.setInputFiles(await Promise.all([0, 1, 2].map((at) => largePhoto(`photo-${at}.jpg`))));
    await expect(box.part('rejection')).toHaveCount(3);
    await box.part('shrink').first().click();
    await expect(box.part('tile')).toHaveCount(1);
    await box.part('shrink-all').click();
    await expect(box.part('tile')).toHaveCount(3);
    await expect(box.part('rejections')).toHaveCount(0);
    await expect(box.tile('photo-0.jpg')).toContainText(/MB → \d+ kB/);
    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    const sizes = await Promise.all((await storedPaths(app)).map(async (path) => (await stat(path)).size));
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000_000);
  } finally {
    await app.stop();
  }
});

test(
  'what makes photos smaller did not load: that is said, and it can be asked for again',
  { tag: ['@once', '@chromium'] },
  async ({ page, context, said }) => {
    const app = await startApp({ SETTINGS: 'host-a' });
    try {
      const box = await openBox(page, '', app.url);
      await box.input.setInputFiles(await largePhoto('photo.jpg'));
      await expect(box.part('rejection')).toHaveCount(1);
      await context.setOffline(true);
      await box.part('shrink').click();
      await expect(box.part('rejection')).toContainText(said.messages['part.notLoaded']);
      await context.setOffline(false);
      await box.part('shrink').click();
      await expect(box.part('tile')).toHaveCount(1);
    } finally {
      await app.stop();
    }
  },
);

test('a film over the limit says that it cannot be made smaller', async ({ page, said, world }) => {
  const app = await startApp({ SETTINGS: 'host-a' });
  try {
    const box = await openBox(page, `?locale=${world.locale}`, app.url);
    await box.input.setInputFiles(longMedia('film.mp4', 1_200_000, 'clip.mp4'));
    await expect(box.part('rejection')).toContainText(said.messages['validate.cannotShrink'].video);
    await expect(box.part('shrink')).toHaveCount(0);
  } finally {
    await app.stop();
  }
});

test('the place leaves the photo before it is sent, and the tile says so', async ({ box, app, said }) => {
  const path = test.info().outputPath('located.jpg');
  await writeFile(
    path,
    await sharp(mediaPath('plain.jpg'))
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer(),
  );
  expect(await gpsOf(path)).toBeDefined();
  await box.input.setInputFiles(path);
  await expect(box.tile('located.jpg')).not.toContainText(said.messages['tile.locationRemoved']);
  await box.part('remove-location').check();
  await expect(box.tile('located.jpg')).toContainText(said.messages['tile.locationRemoved']);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  const stored = (await storedPaths(app)).find((path) => path.includes('located'));
  expect(stored).toBeDefined();
  expect(await gpsOf(stored ?? '')).toBeUndefined();
});

const gpsOf = async (path: string): Promise<unknown> => exifr.gps(await readFile(path)).catch(() => undefined);

/** A photo of noise, so that it weighs what a phone's does; each of its own. */
async function largePhoto(name: string): Promise<string> {
  const path = test.info().outputPath(name);
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  await sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 90 })
    .toFile(path);
  return path;
}

/** Paths of the originals that the upload server keeps. */
async function storedPaths({ dataDir }: App): Promise<string[]> {
  const entries = await readdir(join(dataDir, 'images'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(th|md|fr)\.\w+$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}
