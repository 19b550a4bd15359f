import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { HostLimits, UploaderState, UploadItem } from '../src/core.js';
import { LocaleProvider, matchLocale, UploaderBox, UploaderProvider, type Locale } from '../src/index.js';
import { ERRORS, fakeUploader, inOneMinute, LIMITS } from './fixtures.js';
import { COMPLETE, FAILED, LIMITED, MIXED, OFFLINE, READY, REFUSED, UPLOADING } from './states.js';

interface BoxArgs {
  readonly items: readonly UploadItem[];
  readonly state?: Partial<UploaderState>;
  readonly limits?: HostLimits;
}

function Box({ items, state, limits = LIMITS, locale }: BoxArgs & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={fakeUploader(items, state, limits)}>
      <LocaleProvider locale={locale}>
        <UploaderBox />
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** The whole box in each of its states. */
const meta = {
  title: '0 Box/Uploader',
  render: (args, { globals }) => <Box {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { items: [] },
} satisfies Meta<BoxArgs>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Screen readers are told the same words. */
const IN_SIGHT = { ignore: '[role=status]' };

const saysHeadline =
  (words: string | RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('heading', { level: 2, name: words })).toBeVisible();
  };

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('group', { name: 'Drop or paste files here' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'browse your computer' })).toBeVisible();
    await expect(await canvas.findByText('max 100 MB')).toBeVisible();
  },
};

export const EmptyRefused: Story = {
  args: { items: REFUSED },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Add anyway: IMG_1207.jpg' })).toBeVisible();
    await expect(canvas.getByText('412 MB. The limit is 100 MB.')).toBeVisible();
    await expect(canvas.getByText(/^PDF is not accepted here/)).toBeVisible();
  },
};

export const Ready: Story = { args: { items: READY }, play: saysHeadline('8 files ready') };

export const ReadyRefused: Story = {
  args: { items: [...READY, ...REFUSED] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Upload 8 files' })).toBeEnabled();
    await expect(canvas.getAllByRole('listitem', { name: /\.(jpg|mp4|avif|png)$/ })).toHaveLength(8);
  },
};

export const Uploading: Story = {
  args: { items: UPLOADING },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading', { name: /^Uploading 10 files \(\d+% complete\)$/ })).toBeVisible();
    await expect(canvas.getByRole('progressbar', { name: 'Upload of surf.mp4' })).toHaveAttribute('aria-valuetext', 'Processing');
    await expect(canvas.getByText(/^The host is busy\. Tries again in/)).toBeVisible();
  },
};

export const Paused: Story = {
  args: { items: UPLOADING, state: { pause: { reason: 'person' } } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Resume' })).toBeVisible();
  },
};

export const RateLimited: Story = {
  args: { items: LIMITED, state: { pause: { reason: 'rateLimit', untilMs: inOneMinute, error: ERRORS.flood } } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('The host limits uploads. Continues in 1:00', IN_SIGHT)).toBeVisible();
  },
};

export const RateLimitedForLong: Story = {
  args: { items: LIMITED, state: { pause: { reason: 'rateLimit', untilMs: null, error: ERRORS.flood } } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('The host takes no more uploads for now. Resume later.', IN_SIGHT)).toBeVisible();
  },
};

export const Offline: Story = {
  args: { items: OFFLINE, state: { pause: { reason: 'offline' } } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No connection. Continues by itself when it is back.', IN_SIGHT)).toBeVisible();
  },
};

export const NotKept: Story = {
  args: { items: READY, state: { keeping: { status: 'stopped', reason: 'otherTab' } } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/^Another tab keeps its queue here/)).toBeVisible();
  },
};

export const Complete: Story = {
  args: { items: COMPLETE },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading', { name: 'Upload complete' })).toBeVisible();
    await userEvent.click(await canvas.findByRole('radio', { name: 'Delete' }));
    await expect(canvas.getByRole('textbox', { name: 'Links, Delete' })).toHaveDisplayValue(/dunes\/delete/);
    await expect(canvas.queryByRole('link', { name: /delete/ })).toBeNull();
    await userEvent.click(canvas.getByRole('radio', { name: 'Direct' }));
    await expect(canvas.getByRole('link', { name: /images\/.*dunes-at-noon\.jpg$/ })).toBeVisible();
  },
};

export const CompleteMixed: Story = {
  args: { items: MIXED },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Retry 3 files' })).toBeVisible();
    await expect(canvas.getByRole('region', { name: '5 files could not be uploaded' })).toBeVisible();
  },
};

export const AllFailed: Story = { args: { items: FAILED }, play: saysHeadline('No files were uploaded') };

export const Moderated: Story = {
  args: { items: COMPLETE.slice(0, 2), limits: { ...LIMITS, isModerated: true } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Note: uploads are reviewed before they can be shared.')).toBeVisible();
  },
};

export const Guest: Story = {
  args: {
    items: COMPLETE.slice(0, 2),
    limits: {
      ...LIMITS,
      account: { kind: 'guest', signUpUrl: 'https://img.example/signup', signInUrl: 'https://img.example/login', guestExpiration: null },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('link', { name: 'Create an account' })).toBeVisible();
  },
};

export const GuestExpiry: Story = {
  args: {
    items: READY,
    limits: {
      ...LIMITS,
      account: { kind: 'guest', signUpUrl: 'https://img.example/signup', signInUrl: null, guestExpiration: 'P30D' },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/to customize or prevent automatic deletion/)).toBeVisible();
  },
};

export const Checking: Story = {
  args: { items: READY, state: { checkingCount: 392 } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('Checking 392 files …')).toBeVisible();
  },
};

export const Chinese: Story = {
  args: { items: UPLOADING },
  globals: { locale: 'zh-CN' },
  play: saysHeadline(/^上传 10 文件 \(\d+% 完成\)$/),
};

export const Dark: Story = { args: { items: MIXED }, globals: { theme: 'dark' }, play: saysHeadline('Upload complete') };
