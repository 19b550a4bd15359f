import type { Page } from '@playwright/test';
import { launchOptions } from '../scripts/findBrowser.js';
import { openBox } from './box.js';
import { expect, test } from './fixtures.js';
import { systemFontsOf, dress } from './look/fonts.js';
import { holdStill } from './look/holdStill.js';
import { canCompare } from './look/keptBrowser.js';
import { STATES } from './look/states.js';

/** So that neither the machine's screen nor its settings for fonts decide about a pixel. */
const EVEN_ARGS = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

const { args, ...options } = launchOptions();
test.use({ launchOptions: { ...options, args: [...args, ...EVEN_ARGS] }, deviceScaleFactor: 1 });

const WIDTHS_PX = [360, 768, 1280];

/** Which pictures are kept; that nothing is wider than the screen holds at every width. */
const KEPT = [
  { locale: 'en', colorScheme: 'light', widthsPx: WIDTHS_PX, states: Object.keys(STATES) },
  { locale: 'en', colorScheme: 'dark', widthsPx: WIDTHS_PX, states: Object.keys(STATES) },
  { locale: 'zh-CN', colorScheme: 'light', widthsPx: [360], states: ['ready', 'edit', 'success', 'mixed'] },
  { locale: 'zh-CN', colorScheme: 'dark', widthsPx: [1280], states: ['empty', 'uploading', 'success'] },
  { locale: 'ar', colorScheme: 'light', widthsPx: [360], states: ['ready', 'edit', 'success', 'mixed'] },
  { locale: 'ar', colorScheme: 'dark', widthsPx: [1280], states: ['empty', 'uploading', 'success'] },
] as const;

const HEIGHT_PX = 900;

/** As high as its page, so that what sticks to the screen's lower edge lies where the page ends; a dialog is seen on a screen. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT_PX });
  if (await page.locator('[data-part=dialog]').isVisible()) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(HEIGHT_PX, height) });
}

/** A page that fits its screen looks as it did when somebody last looked at it. */
async function expectToLookAsKept(page: Page, name: string, widthsPx: readonly number[]): Promise<void> {
  for (const width of WIDTHS_PX) {
    await showWhole(page, width);
    await holdStill(page);
    const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflowPx, `${name} at ${width} px`).toBe(0);
    if (widthsPx.includes(width)) await expect.soft(page).toHaveScreenshot(`${name}-${width}.png`);
  }
}

for (const { locale, colorScheme, widthsPx, states } of KEPT) {
  for (const state of states) {
    test(`${state} looks as it was kept, and fits 360, 768 and 1280 px (${locale}, ${colorScheme})`, async ({ page, browser, fault }) => {
      await dress(page);
      await page.emulateMedia({ colorScheme });
      const box = await openBox(page, `?locale=${locale}`);
      await STATES[state]?.({ page, box, fault });
      await expectToLookAsKept(page, `${state}-${locale}-${colorScheme}`, canCompare(browser) ? widthsPx : []);
      expect(await systemFontsOf(page)).toEqual([]);
    });
  }
}
