import type { Page } from '@playwright/test';
import type { Box } from './box.js';
import { expect, test } from './fixtures.js';

/** WCAG 2.2, success criterion 1.4.10: a screen of 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
/** WCAG 2.2, success criterion 2.5.8. */
const LEAST_TARGET_PX = 24;
/** WCAG 2.2, success criterion 1.4.12. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';

interface State {
  readonly name: string;
  /** From the state before. */
  readonly reach: (box: Box, fault: (kind: string) => Promise<void>) => Promise<void>;
}

const STATES: readonly State[] = [
  { name: 'empty', reach: async (box) => expect(box.part('limits')).not.toBeEmpty() },
  {
    name: 'ready, with a refusal',
    reach: async (box) => {
      await box.choose('note.txt', 'a.png', 'anim.gif');
      await expect(box.part('tile')).toHaveCount(2);
      await expect(box.part('tile-preview').first()).toBeVisible();
    },
  },
  {
    name: 'the dialog of one file',
    reach: async (box) => {
      await box.part('edit').first().click();
      await expect(box.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'uploading',
    reach: async (box, fault) => {
      await box.page.keyboard.press('Escape');
      await fault('slow-answer=2500');
      await box.start();
      await expect(box.root).toHaveAttribute('data-phase', 'uploading');
    },
  },
  { name: 'success', reach: async (box) => expect(box.part('copy-all')).toBeVisible({ timeout: 30_000 }) },
  {
    name: 'the report',
    reach: async (box, fault) => {
      await box.part('clear').click();
      await fault('413');
      await box.choose('a.png', 'anim.gif');
      await box.start();
      await expect(box.part('report')).toBeVisible();
    },
  },
];

const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Buttons, boxes and links that a finger would miss; links in a sentence are left out, as the criterion does. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate((leastPx) => {
    const isShown = (element: Element): boolean => element.checkVisibility() && element.getBoundingClientRect().width > 2;
    return [...document.querySelectorAll('button, input:not([type=file]), select, textarea, summary, a')]
      .filter((element) => isShown(element) && !element.closest('p') && element.getAttribute('data-look') !== 'link')
      .map((element) => (element.matches('input') ? (element.closest('label') ?? element) : element))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < leastPx || height < leastPx;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  }, LEAST_TARGET_PX);

/** Words of buttons that do not fit into them. */
const cutButtons = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-look=button]')]
      .filter((button) => button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1)
      .map((button) => button.textContent),
  );

test('at 400 % everything stands in one column, and every target can be hit', async ({ page, box, fault }) => {
  await page.setViewportSize(ZOOMED);
  for (const { name, reach } of STATES) {
    await reach(box, fault);
    expect(await sidewaysPx(page), name).toBe(0);
    expect(await tooSmall(page), name).toEqual([]);
  }
});

test('with the text spaced out no word of a button is cut', { tag: '@once' }, async ({ page, box, fault }) => {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACED);
  await page.setViewportSize({ width: 360, height: 800 });
  for (const { name, reach } of STATES) {
    await reach(box, fault);
    expect(await cutButtons(page), name).toEqual([]);
    expect(await sidewaysPx(page), name).toBe(0);
  }
});

test('who wants no motion sees none', { tag: ['@once', '@chromium'] }, async ({ page, box, fault }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { name, reach } of STATES) {
    await reach(box, fault);
    expect(await page.evaluate(() => document.getAnimations().length), name).toBe(0);
  }
});

test('in forced colours progress, selection and focus can be told', { tag: '@once' }, async ({ page, box, fault }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await box.choose('a.png', 'anim.gif');
  const media = box.part('tile').first().locator('[data-look=tile-media]');
  const lookOf = (): Promise<string[]> =>
    media.evaluate((element) => {
      const { outlineStyle, outlineWidth, borderTopColor, boxShadow } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, borderTopColor, boxShadow];
    });
  const unselected = await lookOf();
  await box.part('select').first().check();
  expect(await lookOf()).not.toEqual(unselected);
  await box.part('start').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await box.part('start').evaluate((button) => getComputedStyle(button).outlineStyle)).not.toBe('none');
  await fault('slow-answer=2500');
  await box.start();
  const bar = box.part('upload-progress').getByRole('progressbar');
  await expect(bar).toBeVisible();
  const [track, fill] = await bar.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(element.querySelector('[data-part=progress-fill]') ?? element).backgroundColor,
  ]);
  expect(fill).not.toBe(track);
});
