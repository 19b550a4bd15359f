import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import type { Uploader, UploadItem } from '../src/core.js';
import { QueueGrid, UploaderProvider } from '../src/index.js';
import { fakeUploader, itemOf, stand } from './fixtures.js';
import { READY, UPLOADING } from './states.js';

interface Args {
  readonly uploader: Uploader;
  readonly onEdit: () => void;
}

/** The files as tiles: led through by the arrow keys, selected, put in order. */
const meta = {
  title: '3 Queue/QueueGrid',
  args: { uploader: fakeUploader(READY), onEdit: fn() },
  render: ({ uploader, onEdit }) => (
    <UploaderProvider uploader={uploader}>
      <div data-part="uploader">
        <div data-part="body">
          <QueueGrid onEdit={onEdit} />
        </div>
      </div>
    </UploaderProvider>
  ),
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  play: async ({ args, canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit dunes-at-noon.jpg' }));
    await expect(args.onEdit).toHaveBeenCalledWith('item-0');
  },
};

export const Selecting: Story = {
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click((await canvas.findAllByRole('checkbox'))[1]!);
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    await expect(canvas.getByText('3 selected')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Move earlier' })).toBeEnabled();
  },
};

export const EveryStatus: Story = {
  args: { uploader: fakeUploader(UPLOADING) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByRole('listitem')).toHaveLength(UPLOADING.length);
  },
};

export const WithoutLocation: Story = {
  args: {
    uploader: fakeUploader(
      READY.map((item, at): UploadItem =>
        at === 0 && item.source.kind === 'file' ? { ...item, source: { ...item.source, originalSizeBytes: 9_400_000 } } : item,
      ),
      { removesLocation: true },
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Location is not removed from videos')).toBeInTheDocument();
    await expect(canvas.getAllByText('Location is removed').length).toBeGreaterThan(1);
    await expect(canvas.getByText(/^9\.4 MB → /)).toBeVisible();
  },
};

export const FiveThousand: Story = {
  args: { uploader: fakeUploader(Array.from({ length: 5_000 }, (_, at) => itemOf(at, at % 2 ? 'coast' : 'dunes', stand.ready))) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvasElement.querySelector('[data-virtual]')).not.toBeNull());
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(25));
    await expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '5000');
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(2_500);
  },
};
