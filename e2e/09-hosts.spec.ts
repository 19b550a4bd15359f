import type { APIRequestContext, Page } from '@playwright/test';
import { longMedia, mediaBytes, openBox, type Box } from './box.js';
import { expect, test as base } from './fixtures.js';
import { startApp, type App } from './startApp.js';

/** The two public hosts of the specification, each in a process of its own, with the page that its visitors see. */
const test = base.extend<object, { hosts: Readonly<Record<'a' | 'b', App>> }>({
  hosts: [
    async ({}, use) => {
      const [a, b] = await Promise.all([startApp({ SETTINGS: 'host-a' }), startApp({ SETTINGS: 'host-b' })]);
      await use({ a, b });
      await Promise.all([a.stop(), b.stop()]);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

interface Words {
  readonly limits: Readonly<Record<'a' | 'b', string>>;
  readonly tooLarge: Readonly<Record<'a' | 'b', string>>;
  readonly deletion: string;
  readonly guest: string;
  readonly signInOnly: string;
  readonly review: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    limits: { a: 'max 1 MB', b: 'max 100 MB' },
    tooLarge: { a: 'The limit is 1 MB.', b: 'The limit is 100 MB.' },
    deletion: 'Sign up to customize or prevent automatic deletion.',
    guest: 'Create an account or sign in to save this content to your account.',
    signInOnly: 'Sign in to save this content to your account.',
    review: 'Note: uploads are reviewed before they can be shared.',
  },
  'zh-CN': {
    limits: { a: '最大 1 MB', b: '最大 100 MB' },
    tooLarge: { a: '1 MB', b: '100 MB' },
    deletion: '注册以自定义或防止图片被自动删除',
    guest: '您必须 注册账户 或 登录 才能将此内容保存到您的帐户中。',
    signInOnly: '您必须 登录 才能将此内容保存到您的帐户中。',
    review: '通知: 我们必须对上传的内容进行严格审核,只有审核通过后的内容才能进行分享。',
  },
  ar: {
    limits: { a: 'الحد الأقصى', b: 'الحد الأقصى' },
    tooLarge: { a: 'والحد الأقصى', b: 'والحد الأقصى' },
    deletion: 'أنشئ حسابًا لتخصيص الحذف التلقائي أو منعه.',
    guest: 'لحفظ هذا المحتوى في حسابك.',
    signInOnly: 'سجّل الدخول لحفظ هذا المحتوى في حسابك.',
    review: 'ملاحظة: تُراجَع الملفات المرفوعة قبل إتاحة مشاركتها.',
  },
};

const FORMATS = ['JPG', 'PNG', 'BMP', 'GIF', 'WEBP', 'MOV', 'MP4', 'WEBM'];

const notice = (box: Box, kind: string) => box.root.locator(`[data-part=notice][data-kind=${kind}]`);
const open = (page: Page, app: App, locale: string): Promise<Box> => openBox(page, `?locale=${locale}`, app.url);

for (const [locale, words] of Object.entries(WORDS)) {
  test(`host A in ${locale}: its formats, 1 MB, deletion for guests and how to keep files`, async ({ page, hosts }) => {
    const box = await open(page, hosts.a, locale);
    const limits = box.part('limits');
    await expect(limits).toContainText(words.limits.a);
    for (const format of FORMATS) await expect(limits).toContainText(format);
    await expect(limits).not.toContainText('AVIF');

    await box.input.setInputFiles([longMedia('large.png', 1_000_001, 'a.png')]);
    await box.choose('still.avif', 'a.png');
    await expect(box.part('rejection-list')).toContainText('still.avif');
    await expect(box.part('rejection-list')).toContainText(words.tooLarge.a);
    await expect(notice(box, 'guest-expiry')).toContainText(words.deletion);
    await expect(notice(box, 'guest-expiry').getByRole('link')).toHaveAttribute('href', `${hosts.a.url}/signup`);

    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    await expect(notice(box, 'guest')).toContainText(words.guest);
    const doors = await notice(box, 'guest')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(doors)).toEqual(new Set([`${hosts.a.url}/login`, `${hosts.a.url}/signup`]));
    await expect(notice(box, 'moderation')).toHaveCount(0);
    await expect(box.part('album-prompt')).toHaveCount(0);
  });

  test(`host B in ${locale}: AVIF, 100 MB, and a review before anything is shared`, async ({ page, hosts }) => {
    const box = await open(page, hosts.b, locale);
    const limits = box.part('limits');
    await expect(limits).toContainText(words.limits.b);
    for (const format of ['AVIF', ...FORMATS]) await expect(limits).toContainText(format);

    await box.input.setInputFiles([longMedia('large.png', 100_000_001, 'a.png')]);
    await box.choose('still.avif');
    await expect(box.part('rejection-list')).toContainText(words.tooLarge.b);
    await expect(box.part('start')).toBeVisible();
    await expect(notice(box, 'guest-expiry')).toHaveCount(0);

    await box.start();
    await expect(box.part('results')).toHaveAttribute('data-outcome', 'success');
    await expect(notice(box, 'moderation')).toContainText(words.review);
    await expect(notice(box, 'guest')).toContainText(words.signInOnly);
    await expect(notice(box, 'guest').getByRole('link')).toHaveCount(1);
  });
}

interface Stored {
  readonly image: { readonly expiration_date_gmt: string | null; readonly is_approved: number; readonly url?: string };
}

/** As the page does, which shows less than the answer says. */
async function sendOne(request: APIRequestContext, host: App): Promise<Stored['image']> {
  const reply = await request.post(`${host.url}/gateway/upload?name=photo.jpg`, {
    data: mediaBytes('photo.jpg'),
    headers: { 'Content-Type': 'image/jpeg' },
  });
  return ((await reply.json()) as Stored).image;
}

test('host A deletes what a guest sends, and host B shows nothing of it before its review', async ({ request, hosts }) => {
  const atA = await sendOne(request, hosts.a);
  expect(atA.is_approved).toBe(1);
  expect(atA.expiration_date_gmt).toMatch(/^\d{4}-\d\d-\d\d /);
  const atB = await sendOne(request, hosts.b);
  expect(atB).toMatchObject({ is_approved: 0, expiration_date_gmt: null });
  expect(atB.url).toBeUndefined();
});
