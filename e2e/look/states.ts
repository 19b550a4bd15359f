import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { manyMedia, mediaPath, type Box } from '../box.js';

interface Stage {
  readonly page: Page;
  readonly box: Box;
  readonly fault: (kind: string) => Promise<void>;
}

/** Leads the empty box there. */
export type Reach = (stage: Stage) => Promise<void>;

async function finish(box: Box, outcome: 'success' | 'mixed' | 'error'): Promise<void> {
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', outcome);
}

/** Smooth pictures that take little room in the kept ones, and what else is named. */
const choose = (box: Box, count: number, ...fileNames: string[]): Promise<void> =>
  box.input.setInputFiles([...manyMedia('harbour', count), ...fileNames.map(mediaPath)]);

/** What a person comes by on the way, by name. */
export const STATES: Readonly<Record<string, Reach>> = {
  empty: async () => {},

  ready: async ({ box }) => {
    await choose(box, 2, 'note.txt', 'fake.png', 'clip.mp4');
    await expect(box.part('rejection')).toHaveCount(2);
    await expect(box.part('tile-preview')).toHaveCount(3);
    await box.tile('harbour-000.png').locator('[data-part=select]').check();
  },

  edit: async ({ page, box }) => {
    await choose(box, 2);
    await expect(box.part('tile-preview')).toHaveCount(2);
    await box.tile('harbour-000.png').locator('[data-part=edit]').click();
    await page.locator('[data-part=edit-title]').fill('On the lake');
    await page.locator('[data-part=tag-input]').pressSequentially('sea,lake,');
    await expect(page.locator('[data-part=tag]')).toHaveCount(2);
  },

  uploading: async ({ box, fault }) => {
    await fault('slow-answer=60000');
    await choose(box, 2, 'clip.mp4');
    await box.start();
    await expect(box.root).toHaveAttribute('data-phase', 'uploading');
    await expect(box.root.locator('[data-part=tile][data-status=uploading]')).toHaveCount(0);
  },

  success: async ({ box }) => {
    await choose(box, 2);
    await finish(box, 'success');
  },

  album: async ({ page, box }) => {
    await choose(box, 2);
    await finish(box, 'success');
    await box.part('create-album').click();
    await page.locator('[data-part=album-name]').fill('Harbour lights');
    await page.getByRole('radio').nth(3).check();
  },

  mixed: async ({ box }) => {
    await choose(box, 1, 'corrupt.png');
    await finish(box, 'mixed');
  },

  error: async ({ box, fault }) => {
    await fault('413');
    await choose(box, 2);
    await finish(box, 'error');
  },
};
