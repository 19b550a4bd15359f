import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { write, type Box } from './box.js';
import type { Messages } from '../src/i18n/messages.js';
import { envOf, expect, test as base } from './fixtures.js';
import { startApp, type App } from './startApp.js';

/** A host with categories. */
const test = base.extend<object, { app: App }>({
  app: [
    async ({ world }, use) => {
      const app = await startApp(envOf(world, 'owner'));
      writeFileSync(join(app.dataDir, 'settings.json'), JSON.stringify({ categories: [{ id: 7, name: 'Nature' }] }));
      await app.restart();
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

interface Stored {
  readonly title: string;
  readonly description: string | null;
  readonly tags: string | null;
  readonly category: number | null;
  /** Between the upload and its deletion. */
  readonly keptSeconds: number | null;
  readonly isNsfw: number;
  readonly width: number;
  readonly height: number;
}

/** What the server keeps about a file, by its name. */
function storedAs(app: App, fileName: string): Stored {
  const db = new SqliteDatabase(join(app.dataDir, 'dropline.sqlite'), { readonly: true });
  try {
    return db
      .prepare<[string], Stored>(
        `SELECT title, description, category_id AS category, is_nsfw AS isNsfw, width, height,
           CAST(ROUND((expires_ms - uploaded_ms) / 1000.0) AS INTEGER) AS keptSeconds,
           (SELECT group_concat(name, ',') FROM tags WHERE image_id = images.id ORDER BY position) AS tags
         FROM images WHERE original_name = ?`,
      )
      .get(fileName)!;
  } finally {
    db.close();
  }
}

async function edit(page: Page, messages: Messages, fileName: string): Promise<Locator> {
  await page.getByRole('button', { name: messages['tile.edit'](fileName) }).click();
  const dialog = page.getByRole('dialog', { name: fileName });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function upload(box: Box): Promise<void> {
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
}

const HOUR = 3_600;

test('what is said about each file and about all arrives at the server', async ({ page, app, box, said: { messages }, arrows }) => {
  const names = messages['option.names'];
  await box.choose('plain.jpg', 'a.png', 'clip.mp4');
  const forAll = page.getByRole('group', { name: messages['option.forAll'] });
  await forAll.getByLabel(names.categoryId).selectOption('Nature');
  await forAll.getByLabel(names.expiration).selectOption('PT12H');

  const dialog = await edit(page, messages, 'plain.jpg');
  await write(dialog.getByRole('textbox', { name: names.title }), 'On the lake <b>');
  await write(dialog.getByRole('textbox', { name: names.description }), 'Two lines,\nof words');
  await dialog.getByRole('combobox', { name: names.tags }).pressSequentially('sea, lake,');
  await dialog.getByRole('combobox', { name: names.expiration }).selectOption('P1W');
  await dialog.getByRole('switch', { name: names.isNsfw }).click();
  const width = dialog.getByRole('spinbutton', { name: names.widthPx });
  await write(width, '32');
  const [, wanted] = /^32 × (\d+)$/.exec((await dialog.locator('[data-part=help]', { hasText: /^32 ×/ }).textContent()) ?? '') ?? [];

  await page.keyboard.press(`Alt+${arrows.onwards}`);
  const second = page.getByRole('dialog', { name: 'a.png' });
  await second.getByRole('combobox', { name: names.categoryId }).selectOption({ label: messages['option.none'] });
  await second.getByRole('combobox', { name: names.expiration }).selectOption({ label: messages['option.never'] });
  await page.keyboard.press('Escape');
  await expect(second).toBeHidden();

  await upload(box);
  expect(storedAs(app, 'plain.jpg')).toEqual({
    title: 'On the lake <b>',
    description: 'Two lines,\nof words',
    tags: 'sea,lake',
    category: 7,
    keptSeconds: 7 * 24 * HOUR,
    isNsfw: 1,
    width: 32,
    height: Number(wanted),
  });
  expect(storedAs(app, 'a.png')).toMatchObject({ category: null, keptSeconds: null, isNsfw: 0, tags: null, width: 64 });
  expect(storedAs(app, 'clip.mp4')).toMatchObject({ category: 7, keptSeconds: 12 * HOUR, isNsfw: 0 });
});

test('what was said about one file is applied to all others', async ({ page, app, box, said: { messages } }) => {
  const names = messages['option.names'];
  await box.choose('anim.gif', 'still.webp', 'pic.bmp');
  const dialog = await edit(page, messages, 'anim.gif');
  await write(dialog.getByRole('textbox', { name: names.title }), 'Its own');
  await write(dialog.getByRole('combobox', { name: names.tags }), 'trip');
  await dialog.getByRole('switch', { name: names.isNsfw }).click();
  await dialog.getByText(messages['edit.applyToAll']).click();
  await dialog.getByRole('button', { name: messages['edit.apply'](2) }).click();
  await expect(dialog.getByText(messages['edit.applied'](2))).toBeVisible();
  await dialog.getByRole('button', { name: messages['edit.done'] }).click();
  await upload(box);
  expect(storedAs(app, 'anim.gif')).toMatchObject({ title: 'Its own', tags: 'trip', isNsfw: 1 });
  for (const name of ['still.webp', 'pic.bmp']) {
    const stored = storedAs(app, name);
    expect(stored, name).toMatchObject({ tags: 'trip', isNsfw: 1 });
    expect(stored.title, name).not.toBe('Its own');
  }
});

test('the dialog shows the picture itself, and its keys lead from file to file and back to the tile', async ({
  page,
  box,
  said: { messages },
  arrows,
}) => {
  await box.choose('photo.jpg', 'a.png', 'clip.mp4');
  const opener = page.getByRole('button', { name: messages['tile.edit']('photo.jpg') });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const picture = dialog.locator('[data-part=edit-picture]');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  for (const name of ['a.png', 'clip.mp4']) {
    await page.keyboard.press(`Alt+${arrows.onwards}`);
    await expect(dialog.getByRole('heading')).toHaveText(new RegExp(name.replace('.', '\\.')));
  }
  await expect(dialog.getByRole('spinbutton')).toHaveCount(0);
  await page.keyboard.press(`Alt+${arrows.back}`);
  await expect(dialog.getByText(messages['edit.position']({ position: 2, count: 3 }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});
