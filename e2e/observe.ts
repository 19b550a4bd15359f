import type { Page } from '@playwright/test';

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

/** The address of each original by the name of the file that was sent, from the host's own answers. */
export function directUrls(page: Page): () => Promise<Record<string, string>> {
  const found: Promise<[string, string]>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/gateway/upload') || response.status() !== 200) return;
    found.push(
      response
        .json()
        .then((reply: { image: { original_filename: string; url: string } }) => [reply.image.original_filename, reply.image.url]),
    );
  });
  return async () => Object.fromEntries(await Promise.all(found));
}
