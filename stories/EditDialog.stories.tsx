import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { ItemTable, type ItemId, type Uploader } from '../src/core.js';
import { matchLocale, EditDialog, LocaleProvider, UploaderProvider, type Locale } from '../src/index.js';
import { itemOf, stand } from './fixtures.js';
import { ALBUMS, GENEROUS, liveUploader, type LiveUploaderOptions } from './liveUploader.js';
import { READY } from './states.js';

interface EditArgs {
  readonly uploader: Uploader;
  readonly id: ItemId;
  readonly onClose: () => void;
}

function Edit({ uploader, locale, ...props }: EditArgs & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={uploader}>
      <LocaleProvider locale={locale}>
        <EditDialog {...props} />
      </LocaleProvider>
    </UploaderProvider>
  );
}

const listAlbums = () => Promise.resolve(ALBUMS);
const live = (options: LiveUploaderOptions = {}): Uploader => liveUploader(READY, { listAlbums, ...options });

/** What a person says about one file; every change counts at once. */
const meta = {
  title: '3 Queue/EditDialog',
  render: (args, { globals }) => <Edit {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { uploader: live(), id: 'item-3', onClose: fn() },
  parameters: { docs: { story: { inline: false, iframeHeight: 720 } } },
} satisfies Meta<EditArgs>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Everything: Story = {
  args: {
    uploader: live({
      state: {
        batchOptions: { expiration: 'P1M' },
        byId: ItemTable.of(
          READY.map((item) =>
            item.id === 'item-3'
              ? { ...item, options: { title: 'Alpine lake', tags: ['mountains', 'lake', 'may 2026'], widthPx: 2_400, categoryId: '3' } }
              : item,
          ),
        ),
      },
    }),
  },
  play: async ({ canvasElement, userEvent }) => {
    const dialog = within(within(canvasElement).getByRole('dialog', { name: 'alpine-lake.jpg' }));
    await expect(dialog.getByRole('spinbutton', { name: 'Width in pixels' })).toHaveAccessibleDescription('2,400 × 1,800');
    await waitFor(() => expect(dialog.getByRole('combobox', { name: 'Category' })).toHaveDisplayValue('Nature'));
    await waitFor(() => expect(dialog.getByRole('combobox', { name: 'Album' })).toHaveTextContent('Family'));
    await expect(dialog.getByRole('combobox', { name: 'Auto-delete after' })).toHaveDisplayValue('1 month');
    await expect(dialog.getAllByRole('button', { name: /^Remove tag/ })).toHaveLength(3);
    await expect(dialog.getByRole('button', { name: 'Undo changes' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.tab();
  },
};

export const Typing: Story = {
  args: { uploader: live() },
  play: async ({ canvasElement, args, userEvent }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Title' }), 'Lake');
    await userEvent.type(dialog.getByRole('combobox', { name: 'Tags' }), 'sea,lake{Enter}x{Backspace}{Backspace}');
    await userEvent.type(dialog.getByRole('spinbutton', { name: 'Width in pixels' }), '1200');
    await userEvent.click(dialog.getByRole('switch', { name: 'Not safe for work' }));
    await waitFor(() => expect(dialog.getByRole('combobox', { name: 'Album' })).toHaveTextContent('Family'));
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Album' }), 'Family');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Auto-delete after' }), '3 weeks');
    await expect(args.uploader.getState().byId.get('item-3')?.options).toEqual({
      title: 'Lake',
      tags: ['sea'],
      widthPx: 1_200,
      isNsfw: true,
      albumId: 'album-1',
      expiration: 'P3W',
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Undo changes' }));
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('');
    await expect(args.uploader.getState().byId.get('item-3')?.options).toEqual({});
  },
};

export const NearlyFullTitle: Story = {
  args: { uploader: live() },
  play: async ({ canvasElement, args, userEvent }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    const title = dialog.getByRole('textbox', { name: 'Title' });
    await userEvent.click(title);
    await userEvent.paste('🌊'.repeat(101));
    await expect(title).toHaveValue('🌊'.repeat(100));
    await expect(dialog.getByText('100 / 100')).toBeVisible();
    await expect(args.uploader.getState().byId.get('item-3')?.options.title).toBe('🌊'.repeat(100));
  },
};

export const WidthOutOfRange: Story = {
  args: { uploader: live() },
  play: async ({ canvasElement, args, userEvent }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    const width = dialog.getByRole('spinbutton', { name: 'Width in pixels' });
    await userEvent.type(width, '4033');
    await expect(width).toBeInvalid();
    await expect(width).toHaveAccessibleDescription('From 16 to 4,032 pixels.');
    await expect(args.uploader.getState().byId.get('item-3')?.options.widthPx).toBeUndefined();
  },
};

export const TagTooLong: Story = {
  args: { uploader: live() },
  play: async ({ canvasElement, args, userEvent }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    const tags = dialog.getByRole('combobox', { name: 'Tags' });
    await userEvent.type(tags, `sea,${'x'.repeat(33)}{Enter}`);
    await expect(tags).toHaveAccessibleDescription('A tag has at most 32 characters.');
    await expect(tags).toHaveValue('x'.repeat(33));
    await expect(args.uploader.getState().byId.get('item-3')?.options.tags).toEqual(['sea']);
  },
};

export const TagsPasted: Story = {
  args: { uploader: live() },
  play: async ({ canvasElement, args, userEvent }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await userEvent.click(dialog.getByRole('combobox', { name: 'Tags' }));
    await userEvent.paste('sea\nlake\r\nmay 2026');
    await expect(args.uploader.getState().byId.get('item-3')?.options.tags).toEqual(['sea', 'lake', 'may 2026']);
  },
};

export const ApplyToAll: Story = {
  args: { uploader: live() },
  play: async ({ canvasElement, args, userEvent }) => {
    const { getState } = args.uploader;
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Title' }), 'Lake');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Auto-delete after' }), '1 week');
    await userEvent.click(dialog.getByText('Apply to all files'));
    await expect(dialog.getByRole('checkbox', { name: 'Auto-delete after' })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: 'Title' })).not.toBeChecked();
    await userEvent.click(dialog.getByRole('button', { name: 'Apply to 7 other files' }));
    await expect(dialog.getByText('Applied to 7 files.')).toBeVisible();
    await expect(getState().byId.get('item-0')?.options).toEqual({ expiration: 'P1W' });
    await userEvent.click(dialog.getByRole('button', { name: 'Undo' }));
    await expect(getState().byId.get('item-0')?.options).toEqual({});
    await expect(getState().byId.get('item-3')?.options).toEqual({ title: 'Lake', expiration: 'P1W' });
  },
};

export const Video: Story = {
  args: { uploader: live(), id: 'item-2' },
  play: async ({ canvasElement }) => {
    const dialog = within(within(canvasElement).getByRole('dialog', { name: 'surf.mp4' }));
    await waitFor(() => expect(dialog.getByText(/1:13/)).toBeVisible());
    await expect(dialog.queryByRole('spinbutton', { name: 'Width in pixels' })).toBeNull();
  },
};

/** No tags and no album, and less time than the host gives anyway. */
export const Guest: Story = {
  args: {
    uploader: liveUploader(READY, {
      limits: {
        ...GENEROUS,
        options: ['title', 'description', 'widthPx', 'expiration', 'isNsfw'],
        account: { kind: 'guest', signUpUrl: null, signInUrl: null, guestExpiration: 'P7D' },
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await waitFor(() => expect(dialog.getByRole('combobox', { name: 'Auto-delete after' })).toHaveDisplayValue('7 days'));
    await expect(dialog.queryByText('1 week')).toBeNull();
    await expect(dialog.queryByRole('combobox', { name: 'Tags' })).toBeNull();
    await expect(dialog.queryByRole('combobox', { name: 'Album' })).toBeNull();
  },
};

export const AlbumsFailed: Story = {
  args: { uploader: liveUploader(READY, { listAlbums: () => Promise.reject(new Error('No albums today')) }) },
  play: async ({ canvasElement }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await expect(await dialog.findByText(/Your albums could not be loaded/, {}, { timeout: 10_000 })).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

export const Sent: Story = {
  args: { uploader: liveUploader([itemOf(0, 'dunes', stand.uploading(1_000_000)), ...READY.slice(1)]), id: 'item-0' },
  play: async ({ canvasElement }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeDisabled();
    await waitFor(() => expect(dialog.getByText(/was sent already/)).toBeVisible());
  },
};
