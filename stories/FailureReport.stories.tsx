import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn, waitFor, within } from 'storybook/test';
import type { Uploader, UploadItem } from '../src/core.js';
import { matchLocale, FailureReport, LocaleProvider, UploaderProvider, type Locale } from '../src/index.js';
import { ERRORS, fakeUploader, itemOf, stand } from './fixtures.js';
import { FAILED, MIXED } from './states.js';

interface ReportArgs {
  readonly uploader: Uploader;
}

function Report({ uploader, locale }: ReportArgs & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={uploader}>
      <LocaleProvider locale={locale}>
        <div data-part="uploader">
          <div data-part="body">
            <FailureReport />
          </div>
        </div>
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** What could not be uploaded, by cause: what to do with all of it, with one cause or with one file, and the report to take along. */
const meta = {
  title: '6 Result/FailureReport',
  render: (args, { globals }) => <Report {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { uploader: fakeUploader(MIXED) },
} satisfies Meta<ReportArgs>;
export default meta;

type Story = StoryObj<typeof meta>;

const sameCause = (count: number): readonly UploadItem[] =>
  Array.from({ length: count }, (_, at) => itemOf(at, 'dunes', stand.failed(ERRORS.lost)));

export const Mixed: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('region', { name: '5 files could not be uploaded' })).toBeVisible();
    await expect(canvas.getByText('2 files')).toBeVisible();
    await expect(canvas.getByText('Nothing is lost: remove it here.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry: The connection was lost' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Retry: Already on this host' })).toBeNull();
  },
};

export const Opened: Story = {
  args: { uploader: fakeUploader(MIXED) },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('first-bloom.avif and harbour-night.jpg'));
    await userEvent.click(await canvas.findByRole('button', { name: 'Retry harbour-night.jpg' }));
    await expect(args.uploader.retry).toHaveBeenLastCalledWith('item-1');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove first-bloom.avif' }));
    await expect(args.uploader.remove).toHaveBeenLastCalledWith('item-0');
    await expect(canvas.getByRole('button', { name: 'Remove harbour-night.jpg' })).toHaveFocus();
    await expect(canvas.getByText('1.1 MB, 1 try')).toBeVisible();
  },
};

export const ForAll: Story = {
  args: { uploader: fakeUploader(MIXED) },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Retry all' }));
    await expect(args.uploader.retry).toHaveBeenLastCalledWith(['item-0', 'item-1', 'item-4']);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove: Already on this host' }));
    await expect(args.uploader.remove).toHaveBeenLastCalledWith(['item-2']);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove all' }));
    await expect(args.uploader.remove).toHaveBeenLastCalledWith(['item-0', 'item-1', 'item-2', 'item-3', 'item-4']);
  },
};

export const Copied: Story = {
  args: { uploader: fakeUploader(FAILED) },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy report' }));
    await expect(write.mock.lastCall?.[0]).toMatch(/^3 files could not be uploaded\n\nThe server answered with an error \(3 files\)\n/);
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Copied'));
  },
};

export const WithoutClipboard: Story = {
  args: { uploader: fakeUploader(FAILED) },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await userEvent.click(canvas.getByRole('button', { name: 'Copy report' }));
    const area = (await canvas.findByRole('textbox', { name: '3 files could not be uploaded' })) as HTMLTextAreaElement;
    await expect(area).toHaveFocus();
    await expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value);
    await expect(canvas.getByRole('status')).toHaveTextContent(/The text is selected/);
    await userEvent.click(canvas.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => expect(canvas.getByRole('textbox')).toHaveFocus());
    await expect(getSelection()?.toString()).toBe(area.value);
  },
};

export const Unknown: Story = {
  args: { uploader: fakeUploader([itemOf(0, 'tram', stand.unknown)]) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/^It may be stored already/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Remove all' })).toBeNull();
  },
};

export const FourHundred: Story = {
  args: { uploader: fakeUploader(sameCause(400)) },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(canvas.getByText(/and \+395$/));
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(51);
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 400' }));
    await expect(canvas.getAllByRole('listitem')).toHaveLength(401);
    await expect(canvasElement.querySelectorAll('[data-part=remove-one]')[49]).toHaveFocus();
  },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(within(canvasElement).getByText('first-bloom.avif and harbour-night.jpg'));
    await expect(await within(canvasElement).findByRole('button', { name: 'Remove first-bloom.avif' })).toBeVisible();
  },
};
