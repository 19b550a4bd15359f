import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { HostLimits, UploadItem } from '../src/core.js';
import { matchLocale, LocaleProvider, UploaderBox, UploaderProvider, type Locale, type UploaderBoxProps } from '../src/index.js';
import { fakeUploader, imageOf, itemOf, refusedItem, stand } from './fixtures.js';

const MB = 1_000_000;

/** What a visitor without an account is told by the two public hosts of the specification, as the server's presets have them. */
const HOST_A: HostLimits = {
  formats: ['jpeg', 'png', 'bmp', 'gif', 'webp', 'mov', 'mp4', 'webm'],
  maxBytes: MB,
  options: ['title', 'description', 'widthPx', 'expiration', 'isNsfw'],
  categories: [],
  canUploadUrls: false,
  isModerated: false,
  refusesDuplicates: false,
  account: {
    kind: 'guest',
    signUpUrl: 'https://host-a.example/signup',
    signInUrl: 'https://host-a.example/login',
    guestExpiration: 'P30D',
  },
};
const HOST_B: HostLimits = {
  ...HOST_A,
  formats: ['avif', ...HOST_A.formats],
  maxBytes: 100 * MB,
  isModerated: true,
  account: { kind: 'guest', signUpUrl: null, signInUrl: 'https://host-b.example/login', guestExpiration: null },
};

const READY = [itemOf(0, 'bloom', stand.ready), itemOf(1, 'pines', stand.ready)];
const REFUSED_A = [
  refusedItem(90, 'first-bloom.avif', { code: 'validate.typeRefused', found: 'AVIF', formats: HOST_A.formats }),
  refusedItem(91, 'dunes-at-noon.jpg', { code: 'validate.tooLarge', sizeBytes: 3.2 * MB, limitBytes: MB }),
];
const STORED = [itemOf(0, 'pines', stand.uploaded(imageOf('pines')))];
const IN_REVIEW = [
  itemOf(0, 'pines', stand.uploaded(imageOf('pines', { isApproved: false, url: null, thumbUrl: null, mediumUrl: null, deleteUrl: null }))),
];

interface HostArgs extends UploaderBoxProps {
  readonly limits: HostLimits;
  readonly items: readonly UploadItem[];
}

function Host({ limits, items, locale, ...box }: HostArgs & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={fakeUploader(items, {}, limits)}>
      <LocaleProvider locale={locale}>
        <UploaderBox {...box} />
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** The box in front of each of the two hosts. */
const meta = {
  title: '0 Box/Hosts',
  render: (args, { globals }) => <Host {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { limits: HOST_A, items: [] },
} satisfies Meta<HostArgs>;
export default meta;

type Story = StoryObj<typeof meta>;

const says =
  (...texts: (string | RegExp)[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    for (const text of texts) await expect(await within(canvasElement).findByText(text)).toBeVisible();
  };

export const HostAEmpty: Story = { play: says('max 1 MB', 'JPG JPEG PNG BMP GIF WEBP MOV MP4 WEBM') };

export const HostAReady: Story = {
  args: { items: [...READY.slice(1), ...REFUSED_A] },
  play: async (play) => {
    await says(/to customize or prevent automatic deletion/, '3.2 MB. The limit is 1 MB.', /^AVIF is not accepted here/)(play);
    const link = within(play.canvasElement).getByRole('link', { name: 'Sign up' });
    await expect(link).toHaveAttribute('href', 'https://host-a.example/signup');
  },
};

export const HostAComplete: Story = {
  args: { items: STORED },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('link', { name: 'Create an account' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'sign in' })).toBeVisible();
    await expect(canvas.queryByText(/uploads are reviewed/)).toBeNull();
  },
};

/** The app has an account page of its own. */
export const OwnAccountLinks: Story = {
  args: { items: STORED, accountLinks: { signUpUrl: 'https://app.example/join', signInUrl: null } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('link', { name: 'Create an account' })).toHaveAttribute('href', 'https://app.example/join');
    await expect(canvas.queryByRole('link', { name: 'sign in' })).toBeNull();
  },
};

export const HostBEmpty: Story = { args: { limits: HOST_B }, play: says('max 100 MB', 'AVIF JPG JPEG PNG BMP GIF WEBP MOV MP4 WEBM') };

export const HostBReady: Story = {
  args: { limits: HOST_B, items: READY },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('heading', { name: '2 files ready' })).toBeVisible();
    await expect(within(canvasElement).queryByText(/automatic deletion/)).toBeNull();
  },
};

export const HostBComplete: Story = {
  args: { limits: HOST_B, items: IN_REVIEW },
  play: async (play) => {
    await says('Note: uploads are reviewed before they can be shared.')(play);
    const canvas = within(play.canvasElement);
    await expect(canvas.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', 'https://host-b.example/login');
    await expect(canvas.queryByRole('link', { name: 'Create an account' })).toBeNull();
  },
};

export const HostAInChinese: Story = {
  args: { items: READY.slice(1) },
  globals: { locale: 'zh-CN' },
  play: says(/以自定义或防止图片被自动删除/),
};

export const HostBInChinese: Story = {
  args: { limits: HOST_B, items: IN_REVIEW },
  globals: { locale: 'zh-CN' },
  play: says(/我们必须对上传的内容进行严格审核/),
};
