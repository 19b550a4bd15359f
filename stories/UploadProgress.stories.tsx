import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { KeepNotice } from '../src/components/KeepNotice/KeepNotice.js';
import { PauseNotice } from '../src/components/UploadProgress/PauseNotice.js';
import type { UploaderState, UploadItem } from '../src/core.js';
import { LocaleProvider, matchLocale, UploaderProvider, UploadProgress, type Locale } from '../src/index.js';
import { ERRORS, fakeUploader, imageOf, inOneMinute, itemOf, stand } from './fixtures.js';
import { LIMITED, OFFLINE, UPLOADING } from './states.js';

interface Args {
  readonly items: readonly UploadItem[];
  readonly state: Partial<UploaderState>;
}

function Progress({ items, state, locale }: Args & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={fakeUploader(items, state)}>
      <LocaleProvider locale={locale}>
        <div data-part="uploader">
          <div data-part="body">
            <UploadProgress />
            <PauseNotice />
            <KeepNotice />
          </div>
        </div>
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** How far all of it is, and why it stands still or would be lost. */
const meta = {
  title: '5 Upload/UploadProgress',
  render: (args, { globals }) => <Progress {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { items: UPLOADING, state: {} },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;

const isAt =
  (valueText: RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('progressbar')).toHaveAttribute('aria-valuetext', expect.stringMatching(valueText));
  };

const says =
  (words: RegExp | string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(words)).toBeVisible();
  };

export const Beginning: Story = {
  args: { items: [itemOf(0, 'dunes', stand.uploading(0)), itemOf(1, 'coast', stand.queued)] },
  play: isAt(/^0%/),
};

export const UnderWay: Story = { play: isAt(/^\d\d?%/) };

/** All bytes are sent, and the host is at work: not yet the whole. */
export const Processing: Story = {
  args: { items: [itemOf(0, 'dunes', stand.uploaded(imageOf('dunes'))), itemOf(1, 'surf', stand.processing)] },
  play: isAt(/^99%/),
};

export const RateLimited: Story = {
  args: { items: LIMITED, state: { pause: { reason: 'rateLimit', untilMs: inOneMinute, error: ERRORS.flood } } },
  play: says('The host limits uploads. Continues in 1:00'),
};

export const RateLimitedForLong: Story = {
  args: { items: LIMITED, state: { pause: { reason: 'rateLimit', untilMs: null, error: ERRORS.flood } } },
  play: says('The host takes no more uploads for now. Resume later.'),
};

export const Offline: Story = {
  args: { items: OFFLINE, state: { pause: { reason: 'offline' } } },
  play: says('No connection. Continues by itself when it is back.'),
};

export const NotKeptNoRoom: Story = {
  args: { state: { keeping: { status: 'stopped', reason: 'full' } } },
  play: says(/^This browser has no room/),
};

export const NotKeptOtherTab: Story = {
  args: { state: { keeping: { status: 'stopped', reason: 'otherTab' } } },
  play: says(/^Another tab keeps its queue here/),
};

export const NotKeptAtAll: Story = {
  args: { state: { keeping: { status: 'stopped', reason: 'unavailable' } } },
  play: says(/^This browser cannot keep the queue/),
};
