import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

const MEDIA = join(import.meta.dirname, '../fixtures/media');

export const mediaPath = (name: string): string => join(MEDIA, name);
export const mediaBytes = (name: string): Buffer => readFileSync(mediaPath(name));

/** One of each kind that hosts take. */
export const FIVE = ['photo.jpg', 'a.png', 'anim.gif', 'still.avif', 'clip.mp4'];

/** The widget on the page, by its public handles. */
export interface Box {
  readonly page: Page;
  readonly root: Locator;
  part(name: string): Locator;
  tile(fileName: string): Locator;
  choose(...fileNames: string[]): Promise<void>;
  start(): Promise<void>;
}

export async function openBox(page: Page, query = ''): Promise<Box> {
  await page.goto(`/${query}`);
  const root = page.locator('[data-part=uploader]');
  await root.waitFor();
  const part = (name: string): Locator => root.locator(`[data-part=${name}]`);
  return {
    page,
    root,
    part,
    tile: (fileName) => part('tile').and(page.getByRole('listitem', { name: fileName })),
    choose: (...fileNames) => part('dropzone').locator('input[type=file]').first().setInputFiles(fileNames.map(mediaPath)),
    start: () => part('start').click(),
  };
}
