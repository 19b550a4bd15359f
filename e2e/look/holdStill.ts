import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';

/** Every font and picture is there, nothing moves that comes to an end, no pointer is over anything, and no address tells of this run. */
export async function holdStill(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await expect(page.locator('[data-part=history]')).toBeVisible();
  await expect(page.locator('[data-part=tile-placeholder]:not([data-status=undecodable])')).toHaveCount(0);
  await page.waitForFunction(() => {
    const isMoving = document.getAnimations().some(({ effect, playState }) => {
      return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
    });
    return !isMoving && document.fonts.status === 'loaded' && [...document.images].every((img) => img.complete && img.naturalWidth > 0);
  });
  await page.evaluate(levelAddresses);
}

/** Another port and other random letters, as many as there were. */
function levelAddresses(): void {
  const level = (text: string): string =>
    text.replaceAll(
      /(127\.0\.0\.1:)\d+(\S*)/g,
      (_, host: string, path: string) => `${host}46000${path.replaceAll(/\b\w{8}\b/g, 'a1B2c3D4')}`,
    );
  for (const area of document.querySelectorAll('textarea')) area.value = level(area.value);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (texts.currentNode.nodeValue?.includes('127.0.0.1')) texts.currentNode.nodeValue = level(texts.currentNode.nodeValue);
}
