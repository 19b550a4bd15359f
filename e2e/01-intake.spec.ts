import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { mediaBytes, mediaPath, openBox, type Box } from './box.js';
import { transferOf } from './transfer.js';

test('the one real button opens the picker', async ({ box, page }) => {
  const picker = page.waitForEvent('filechooser');
  await box.part('browse').click();
  await (await picker).setFiles([mediaPath('a.png'), mediaPath('anim.gif')]);
  await expect(box.part('tile')).toHaveCount(2);
});

test('files dropped on the box become tiles', async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png', 'clip.mp4']);
  await box.part('drop-area').dispatchEvent('dragenter', { dataTransfer: transfer });
  await box.part('drop-area').dispatchEvent('dragover', { dataTransfer: transfer });
  await box.part('drop-area').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(box.tile('a.png')).toBeVisible();
  await expect(box.tile('clip.mp4')).toBeVisible();
});

test('files dropped beside the box never make the browser leave the page', async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png']);
  const isPrevented = await page.evaluate((dataTransfer) => {
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    return !document.body.dispatchEvent(drop);
  }, transfer);
  expect(isPrevented).toBe(true);
  await expect(box.root).toBeVisible();
});

test('a pasted picture becomes a tile', { tag: '@chromium' }, async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png']);
  await page.evaluate((clipboardData) => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, transfer);
  await expect(box.part('tile')).toHaveCount(1);
});

test('a file chosen twice is two tiles, and a removed one is gone', async ({ box }) => {
  await box.choose('a.png');
  await box.choose('a.png');
  await expect(box.part('tile')).toHaveCount(2);
  await box.part('remove').first().click();
  await expect(box.part('tile')).toHaveCount(1);
  await box.part('remove').first().click();
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('a name with umlauts and spaces arrives as it is', async ({ box, page }) => {
  const name = 'ünï cødé 图.png';
  const reply = page.waitForResponse(/gateway\/upload/);
  await box.input.setInputFiles({ name, mimeType: 'image/png', buffer: mediaBytes('a.png') });
  await box.start();
  expect(((await (await reply).json()) as { image: { original_filename: string } }).image.original_filename).toBe(name);
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
});

/** A folder tree on the disk: `count` pictures in folders of forty, some of them deep, and what systems leave in folders. */
function folderOf(count: number): string {
  const root = test.info().outputPath('holiday');
  const picture = mediaBytes('a.png');
  for (let at = 0; at < count; at += 1) {
    const folder = join(root, `day ${Math.floor(at / 40)}`, ...(at % 40 === 0 ? ['deep', 'deeper', 'deepest'] : []));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${String(at).padStart(5, '0')}.png`), Buffer.concat([picture, Buffer.from(String(at))]));
  }
  writeFileSync(join(root, '.DS_Store'), 'x');
  return root;
}

/** Real drags from the disk, through the DevTools protocol: scripts cannot make folders to drop. */
async function dragFromDisk(page: Page, at: { x: number; y: number }, paths: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel', point = at) =>
    session.send('Input.dispatchDragEvent', { type, ...point, data });
  await send('dragEnter');
  await send('dragOver');
  return { over: (point: { x: number; y: number }) => send('dragOver', point), drop: () => send('drop'), cancel: () => send('dragCancel') };
}

const middleOf = async (box: Box): Promise<{ x: number; y: number }> => {
  const { x, y, width, height } = (await box.root.boundingBox())!;
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
};

test(
  'a dropped folder of five thousand is walked to its end, with its paths, and without what nobody means',
  { tag: ['@once', '@chromium'] },
  async ({ box, page }) => {
    test.setTimeout(90_000);
    const drag = await dragFromDisk(page, await middleOf(box), [folderOf(5_000)]);
    await drag.drop();
    await expect(box.part('headline').first()).toHaveText('5,000 files ready', { timeout: 60_000 });
    await expect(box.part('rejections')).toHaveCount(0);
    await expect(box.part('tile').first().locator('[data-part=tile-name]')).toHaveAttribute('title', /^holiday\/day \d+\/.*\d{5}\.png$/);
  },
);

test('one entry that cannot be read does not lose the rest, and is told', { tag: '@chromium' }, async ({ box, page }) => {
  const root = folderOf(5);
  const gone = join(root, 'day 0', 'gone.png');
  writeFileSync(gone, mediaBytes('a.png'));
  // The file vanishes between the moment the folder is listed and the moment the file is opened.
  await page.exposeFunction('unlinkOnce', () => unlinkSync(gone));
  await page.evaluate(() => {
    const { unlinkOnce } = window as unknown as { unlinkOnce: () => Promise<void> };
    const interrupt = (drop: DragEvent): void => {
      const folder = drop.dataTransfer?.items[0]?.webkitGetAsEntry() as FileSystemDirectoryEntry;
      const reader = Object.getPrototypeOf(folder.createReader()) as FileSystemDirectoryReader;
      const { readEntries } = reader;
      reader.readEntries = function (take, fail) {
        const takeLater = (entries: FileSystemEntry[]): void => {
          if (entries.some(({ name }) => name === 'gone.png')) void unlinkOnce().then(() => take(entries));
          else take(entries);
        };
        readEntries.call(this, takeLater, fail);
      };
    };
    window.addEventListener('drop', interrupt, { capture: true, once: true });
  });
  const drag = await dragFromDisk(page, await middleOf(box), [root]);
  await drag.drop();
  await expect(box.part('tile')).toHaveCount(5);
  await expect(box.part('rejections')).toContainText('gone.png');
});

test('a folder is chosen by its own button', { tag: '@chromium' }, async ({ box, page }) => {
  const picker = page.waitForEvent('filechooser');
  await box.part('folder').click();
  await (await picker).setFiles(folderOf(3));
  await expect(box.part('tile')).toHaveCount(3);
  await expect(box.part('tile').first().locator('[data-part=tile-name]')).toHaveAttribute('title', /^holiday\/day 0\//);
});

test(
  'files dropped anywhere on the page are taken, and the overlay comes and goes with the drag',
  { tag: '@chromium' },
  async ({ box, page, said }) => {
    const outside = { x: 3, y: 3 };
    const drag = await dragFromDisk(page, outside, [mediaPath('a.png')]);
    await expect(box.root).toHaveAttribute('data-dragging');
    await drag.over(await middleOf(box));
    await expect(box.root).toHaveAttribute('data-dragging');
    await drag.cancel();
    await expect(box.root).not.toHaveAttribute('data-dragging');
    const again = await dragFromDisk(page, outside, [mediaPath('a.png'), mediaPath('anim.gif')]);
    await expect(box.part('headline').first()).toHaveText(said.messages['intake.dropToAdd'](2));
    await again.drop();
    await expect(box.part('tile')).toHaveCount(2);
    await expect(box.root).not.toHaveAttribute('data-dragging');
  },
);

test('a drag that ends where nobody sees it does not leave the overlay', { tag: '@chromium' }, async ({ box, page }) => {
  await dragFromDisk(page, await middleOf(box), [mediaPath('a.png')]);
  await expect(box.root).toHaveAttribute('data-dragging');
  await page.mouse.move(20, 20);
  await expect(box.root).not.toHaveAttribute('data-dragging');
});

test('a copied picture gives the file alone, not also its HTML', { tag: '@chromium' }, async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png']);
  await page.evaluate((clipboardData) => {
    clipboardData.setData('text/html', '<img src="https://elsewhere.example/cat.png">');
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, transfer);
  await expect(box.part('tile')).toHaveCount(1);
});

test('what is pasted into a field is left to the field', async ({ box, page }) => {
  const transfer = await transferOf(page, ['a.png']);
  const isTaken = await page.evaluate((clipboardData) => {
    const field = document.body.appendChild(document.createElement('textarea'));
    return !field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, transfer);
  expect(isTaken).toBe(false);
  await expect(box.part('tile')).toHaveCount(0);
});

test('on a device for fingers there is the camera, and no folder', { tag: '@chromium' }, async ({ browser, app }) => {
  const page = await browser.newPage({ baseURL: app.url, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const box = await openBox(page);
  await expect(box.part('folder')).toHaveCount(0);
  const picker = page.waitForEvent('filechooser');
  await box.part('camera').click();
  await (await picker).setFiles(mediaPath('photo.jpg'));
  await expect(box.tile('photo.jpg')).toBeVisible();
  await expect(box.part('camera-input')).toHaveAttribute('capture', 'environment');
  await page.close();
});
