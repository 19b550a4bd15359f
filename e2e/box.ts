import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { test, type Locator, type Page } from '@playwright/test';
import type { Sentence } from '../src/i18n/messages.js';
import { mediaPath } from './mediaPath.js';

export { mediaPath };
export const mediaBytes = (name: string): Buffer => readFileSync(mediaPath(name));

/** Path of a real file with as many bytes behind its end: what is small is sent before anybody can stop it. */
export function longMedia(name: string, sizeBytes: number, mediaName = name): string {
  const path = test.info().outputPath(name);
  copyFileSync(mediaPath(mediaName), path);
  truncateSync(path, sizeBytes);
  return path;
}

/** Paths of `count` pictures that are all different, named `<stem>-000.png` and so on. */
export function manyMedia(stem: string, count: number, sizeBytes = 2_000): string[] {
  const picture = mediaBytes('a.png');
  return Array.from({ length: count }, (_, at) => {
    const path = test.info().outputPath(`${stem}-${String(at).padStart(3, '0')}.png`);
    writeFileSync(path, Buffer.concat([picture, Buffer.alloc(sizeBytes - picture.length, `${stem} ${at} `)]));
    return path;
  });
}

/** What a person reads of a sentence that has links and buttons in it. */
export const plain = (sentence: Sentence): string => sentence.map((part) => (typeof part === 'string' ? part : part.words)).join('');

/** One of each kind that hosts take. */
export const FIVE = ['photo.jpg', 'a.png', 'anim.gif', 'still.avif', 'clip.mp4'];

/** The widget on the page, by its public handles. */
export interface Box {
  readonly page: Page;
  readonly root: Locator;
  readonly input: Locator;
  part(name: string): Locator;
  tile(fileName: string): Locator;
  choose(...fileNames: string[]): Promise<void>;
  start(): Promise<void>;
}

export async function openBox(page: Page, query = '', origin = ''): Promise<Box> {
  await page.goto(`${origin}/${query}`);
  return boxIn(page);
}

/** The widget of a page that is open already, as a popup is. */
export async function boxIn(page: Page): Promise<Box> {
  const root = page.locator('[data-part=uploader]');
  await root.waitFor();
  const part = (name: string): Locator => root.locator(`[data-part=${name}]`);
  const input = part('file-input');
  return {
    page,
    root,
    input,
    part,
    tile: (fileName) => part('tile').and(page.getByRole('listitem', { name: fileName })),
    choose: (...fileNames) => input.setInputFiles(fileNames.map(mediaPath)),
    start: () => part('start').click(),
  };
}

/** As a person does, key by key: Firefox, as it is driven here, would set a value that the page does not hear of. */
export async function write(field: Locator, text: string): Promise<void> {
  await field.selectText();
  await field.pressSequentially(text);
}
