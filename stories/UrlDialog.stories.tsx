import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { UploaderProvider, UrlDialog } from '../src/index.js';
import { fakeUploader } from './fixtures.js';

const PASTED = `https://example.com/photos/pier.jpg
<img src="https://example.com/photos/gulls.webp">
[img]https://example.net/kite.png[/img]
https://example.com/photos/pier.jpg
ftp://files.example.org/me.jpg`;

/** Links picked out of anything that is pasted or typed, before they are added. */
const meta = {
  title: '1 Intake/UrlDialog',
  component: UrlDialog,
  args: { onAdd: fn(), onClose: fn() },
  render: (args) => (
    <UploaderProvider uploader={fakeUploader([])}>
      <UrlDialog {...args} />
    </UploaderProvider>
  ),
  parameters: { docs: { story: { inline: false, height: '560px' } } },
} satisfies Meta<typeof UrlDialog>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByRole('button', { name: 'Add 0 links' })).toBeDisabled());
  },
};

export const Understood: Story = {
  args: { text: PASTED },
  play: async ({ args, canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(4);
    await expect(canvas.getByText('Repeated, added once')).toBeInTheDocument();
    await expect(canvas.getByText('Not a web address')).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: 'Remove https://example.net/kite.png' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Add 2 links' }));
    await expect(args.onAdd).toHaveBeenCalledWith('https://example.com/photos/pier.jpg\nhttps://example.com/photos/gulls.webp');
    await expect(args.onClose).toHaveBeenCalled();
  },
};
