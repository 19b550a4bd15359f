import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import type { Uploader } from '../src/core.js';
import { matchLocale, BatchOptions, LocaleProvider, UploaderProvider, type Locale } from '../src/index.js';
import { LIMITS } from './fixtures.js';
import { ALBUMS, GENEROUS, liveUploader } from './liveUploader.js';
import { READY } from './states.js';

interface BatchArgs {
  readonly uploader: Uploader;
}

function Batch({ uploader, locale }: BatchArgs & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={uploader}>
      <LocaleProvider locale={locale}>
        <div data-part="uploader">
          <div data-part="body" />
          <BatchOptions />
        </div>
      </LocaleProvider>
    </UploaderProvider>
  );
}

const listAlbums = () => Promise.resolve(ALBUMS);

/** What holds for every file about which nothing else is said. */
const meta = {
  title: '3 Queue/BatchOptions',
  render: (args, { globals }) => <Batch {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { uploader: liveUploader(READY, { listAlbums }) },
} satisfies Meta<BatchArgs>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Everything: Story = {
  play: async ({ canvasElement, args, userEvent }) => {
    const group = within(await within(canvasElement).findByRole('group', { name: 'Options for all files' }));
    await waitFor(() => expect(group.getByLabelText('Album')).toHaveTextContent('Family'));
    await userEvent.selectOptions(group.getByLabelText('Album'), 'Family');
    await userEvent.selectOptions(group.getByLabelText('Category'), 'Nature');
    await userEvent.selectOptions(group.getByLabelText('Auto-delete after'), '12 hours');
    await userEvent.click(group.getByRole('switch', { name: 'Not safe for work' }));
    await expect(args.uploader.getState().batchOptions).toEqual({
      albumId: 'album-1',
      categoryId: '3',
      expiration: 'PT12H',
      isNsfw: true,
    });
    await userEvent.selectOptions(group.getByLabelText('Auto-delete after'), 'Never');
    await expect(group.getByLabelText('Auto-delete after')).toHaveDisplayValue('Never');
    await expect(within(group.getByLabelText('Auto-delete after')).getAllByRole('option')).toHaveLength(24);
  },
};

/** Albums cannot be listed, and the host knows no categories. */
export const Few: Story = {
  args: { uploader: liveUploader(READY, { limits: { ...GENEROUS, categories: [] } }) },
  play: async ({ canvasElement }) => {
    const group = within(await within(canvasElement).findByRole('group', { name: 'Options for all files' }));
    await waitFor(() => expect(group.queryByLabelText('Category')).toBeNull());
    await expect(group.queryByLabelText('Album')).toBeNull();
    await expect(group.getByLabelText('Auto-delete after')).toHaveDisplayValue('Never');
  },
};

/** On a host that honours titles alone there is nothing to say for all. */
export const Nothing: Story = {
  args: { uploader: liveUploader(READY, { limits: { ...LIMITS, options: ['title'] } }) },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).queryByRole('group')).toBeNull());
  },
};
