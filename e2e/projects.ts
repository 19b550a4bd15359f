import { devices, type PlaywrightTestProject } from '@playwright/test';
import { findFirefox, launchOptions } from '../scripts/findBrowser.js';
import type { World } from './fixtures.js';

type Project = PlaywrightTestProject<object, { world: World }>;

const chromium = { ...devices['Desktop Chrome'], launchOptions: launchOptions() };

/** What a visitor does with what a host says and takes, and in which words; the rest is the same in every world. */
const OF_WORLDS = /\/(0[2-5]|07)-(?!upload)[\w-]+\.spec\.ts$/;
/** And who depends on more than eyes and a mouse, where all is the other way round. */
const OF_TURNED_WORLDS = /\/(0[2-5]|07|12)-(?!upload)[\w-]+\.spec\.ts$/;
/** What the specification asks to be seen in every world. */
const OF_ALL_WORLDS = /\/(0[1-7]|12)-[\w-]+\.spec\.ts$/;

/** What is tagged `@once` is the same everywhere; what is tagged `@not-host-a` or `@not-host-b` that host does not allow. */
const worlds = (testMatch: RegExp, ...all: readonly World[]): Project[] =>
  all.map((world) => ({
    name: `${world.settings} ${world.locale}`,
    testMatch,
    grepInvert: new RegExp(`@once|@not-${world.settings}`),
    use: { ...chromium, world },
  }));

/** An unpatched Firefox, where the machine has one. What is tagged `@chromium` needs what only Chromium's driver can do, or is another there: see docs/browsers.md. */
function firefox(testMatch: RegExp): Project[] {
  const executablePath = findFirefox();
  if (executablePath === undefined) {
    console.log('There is no Firefox on this machine, so the tests run in Chromium alone.');
    return [];
  }
  const use = { ...devices['Desktop Firefox'], channel: 'moz-firefox', launchOptions: { executablePath } };
  return [{ name: 'firefox', testMatch, grepInvert: /@chromium/, use }];
}

const everything: Project = { name: 'chromium', use: chromium };

/** The two public hosts of the specification, in Chinese and Arabic, and the journey in Firefox. */
export const usualProjects: Project[] = [
  everything,
  ...worlds(OF_WORLDS, { settings: 'host-a', locale: 'zh-CN' }),
  ...worlds(OF_TURNED_WORLDS, { settings: 'host-b', locale: 'ar' }),
  ...firefox(/\/(00-journey|05-upload)\.spec\.ts$/),
];

/** Both hosts in each of the three languages, and all of it in Firefox. */
export const allProjects: Project[] = [
  everything,
  ...worlds(
    OF_ALL_WORLDS,
    ...(['host-a', 'host-b'] as const).flatMap((settings) => (['en', 'zh-CN', 'ar'] as const).map((locale) => ({ settings, locale }))),
  ),
  ...firefox(/\/(0\d|1[0-2])-(?!direct|stall)[\w-]+\.spec\.ts$/),
];
