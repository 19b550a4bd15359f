import { expect, test } from './fixtures.js';

test('a text file is refused at once, with the reason, and does not block the others', async ({ box }) => {
  await box.choose('note.txt', 'a.png');
  await expect(box.part('rejections')).toContainText('note.txt');
  await expect(box.part('rejections')).toContainText(/TXT|JPG/);
  await expect(box.part('tile')).toHaveCount(1);
  await box.start();
  await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
  await expect(box.part('rejections')).toContainText('note.txt');
});

test('a text that calls itself a picture is refused by its bytes', async ({ box }) => {
  await box.choose('fake.png');
  await expect(box.part('rejections')).toContainText('fake.png');
  await expect(box.part('tile')).toHaveCount(0);
  await expect(box.root).toHaveAttribute('data-phase', 'empty');
});

test('an empty file is refused', async ({ box }) => {
  await box.choose('zero.png');
  await expect(box.part('rejections')).toContainText('zero.png');
});

test('nothing of a refused file is sent', async ({ box, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/gateway/upload')) sent.push(request.url());
  });
  await box.choose('note.txt', 'fake.png', 'zero.png', 'a.png');
  await box.start();
  await expect(box.part('results')).toBeVisible();
  expect(sent).toHaveLength(1);
});
