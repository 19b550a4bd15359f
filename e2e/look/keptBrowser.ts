import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Browser } from '@playwright/test';

/** Names the one browser that the kept pictures are of. Another one draws the same page a little differently. */
const PATH = join(import.meta.dirname, 'kept/browser.json');

const nameOf = (browser: Browser): string => `${browser.browserType().name()} ${browser.version()} on ${process.platform}`;

const keptName = (): string => (JSON.parse(readFileSync(PATH, 'utf8')) as { picturesOf: string }).picturesOf;

const isMakingAnew = (): boolean => ['all', 'changed'].includes(test.info().config.updateSnapshots);

let isSaid = false;

/** Whether pictures of this browser can be compared with the kept ones; says so where they cannot. Pictures made anew are of this browser from then on. */
export function canCompare(browser: Browser): boolean {
  const running = nameOf(browser);
  if (isMakingAnew()) {
    writeFileSync(PATH, `{ "picturesOf": "${running}" }\n`);
    return true;
  }
  const kept = keptName();
  if (kept === running) return true;
  const description = `The kept pictures are of ${kept}, this is ${running}: they are not compared. To make them anew: npx playwright test 13-look --update-snapshots`;
  test.info().annotations.push({ type: 'not compared', description });
  if (!isSaid) console.log(description);
  isSaid = true;
  return false;
}
