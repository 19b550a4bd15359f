import { expect, test } from './fixtures.js';
import { openBox } from './box.js';
import { watchHeadings } from './observe.js';

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

test('a language that is not there falls back to English', async ({ page }) => {
  const box = await openBox(page, '?locale=xx-nowhere');
  await expect(box.part('browse')).toHaveText('browse your computer');
});
