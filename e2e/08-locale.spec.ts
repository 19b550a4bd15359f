import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { openBox } from './box.js';
import { watchHeadings } from './observe.js';

interface Chunk {
  readonly file: string;
  readonly isDynamicEntry?: boolean;
}

/** The file of each language, by Vite's own manifest. English is not among them: it comes with the page. */
function languageFiles(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../dist/page/.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  return Object.fromEntries(
    Object.entries(manifest).flatMap(([source, { file, isDynamicEntry }]) => {
      const locale = /^src\/i18n\/locales\/(.+)\.ts$/.exec(source)?.[1];
      return locale && isDynamicEntry ? [[locale, file]] : [];
    }),
  );
}

test('?locale=zh-CN speaks Chinese through the whole journey', async ({ page }) => {
  const box = await openBox(page, '?locale=zh-CN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(box.part('browse')).toHaveText('浏览您的计算机');
  await expect(box.root).toContainText('您也可以');
  const headings = await watchHeadings(page);
  await box.choose('a.png', 'anim.gif', 'note.txt');
  await expect(box.part('rejections')).toContainText('note.txt');
  await box.start();
  await expect(page.getByRole('heading', { name: '上传完毕' })).toBeVisible();
  expect((await headings()).filter((heading) => /^上传 2 文件 \(\d+% 完成\)$/.test(heading))).not.toEqual([]);
});

test('?locale=ar speaks Arabic from the right through the whole journey', async ({ page }) => {
  const box = await openBox(page, '?locale=ar');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(box.part('browse')).toHaveText('تصفّح جهازك');
  await box.choose('a.png', 'anim.gif');
  await expect(page.getByRole('heading', { name: 'ملفان جاهزان' })).toBeVisible();
  const [first, second] = await Promise.all(['a.png', 'anim.gif'].map((name) => box.tile(name).boundingBox()));
  expect(first?.x).toBeGreaterThan(second?.x ?? Number.POSITIVE_INFINITY);
  await box.start();
  await expect(page.getByRole('heading', { name: 'اكتمل الرفع' })).toBeVisible();
});

test('the wish for zh-HK is met by the traditional Chinese', async ({ page }) => {
  const box = await openBox(page, '?locale=zh-HK');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW');
  await expect(box.part('browse')).toHaveText('瀏覽您的電腦');
});

test('every language is a file of its own, and only the wanted one is loaded', async ({ page }) => {
  const files = languageFiles();
  expect(Object.keys(files).toSorted()).toEqual(['ar', 'de', 'es', 'fr', 'hi', 'ja', 'ko', 'pt-BR', 'ru', 'zh-CN', 'zh-TW']);
  expect(new Set(Object.values(files)).size).toBe(11);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  const box = await openBox(page, '?locale=ja');
  await expect(box.part('browse')).toHaveText('パソコンから選択');
  expect(Object.keys(files).filter((locale) => asked.includes(files[locale] ?? ''))).toEqual(['ja']);
});

test('a language whose file does not come stays English, and the page works', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.route(`**/${languageFiles()['de']}`, (route) => route.abort());
  const box = await openBox(page, '?locale=de');
  await expect.poll(() => errors.filter((text) => text.includes('The words of "de" could not be loaded'))).toHaveLength(1);
  await box.choose('a.png');
  await box.start();
  await expect(page.getByRole('heading', { name: 'Upload complete' })).toBeVisible();
});

test('a language that is not there falls back to English', async ({ page }) => {
  const box = await openBox(page, '?locale=xx-nowhere');
  await expect(box.part('browse')).toHaveText('browse your computer');
});
