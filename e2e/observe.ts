import type { Page } from '@playwright/test';
import type { Box } from './box.js';

/** Collects the headings of the widget from now on, also those that stand for a moment only. */
export async function watchHeadings(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = (): void => {
      for (const heading of document.querySelectorAll('[data-part=uploader] :is(h1, h2, h3)')) seen.add(heading.textContent.trim());
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { headingsSeen: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { headingsSeen: Set<string> }).headingsSeen]);
}

/** Collects what tiles have stood at from now on, in order, also what they stood at for a moment only. */
export async function watchStatuses(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = (): void => {
      for (const tile of document.querySelectorAll('[data-part=tile]')) seen.add(tile.getAttribute('data-status') ?? '');
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-status'] });
    Object.assign(window, { statusesSeen: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { statusesSeen: Set<string> }).statusesSeen]);
}

/** What stands in the result's list of links of one kind: addresses by the names of the files. */
export async function shownLinks(box: Box, kind: string): Promise<Record<string, string>> {
  await box.part('results').getByRole('radio', { name: kind, exact: true }).check();
  const rows = await box.part('link-row').all();
  const pairs = rows.map(async (row) => [
    (await row.locator('[data-part=file-name]').getAttribute('title')) ?? '',
    (await row.locator('a').getAttribute('href')) ?? '',
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}
