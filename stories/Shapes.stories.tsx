import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within, waitFor } from 'storybook/test';
import type { UploaderState, UploadItem } from '../src/core.js';
import { UploaderBox, UploaderButton, UploaderProvider } from '../src/index.js';
import { ERRORS, fakeUploader, inOneMinute } from './fixtures.js';
import { COMPLETE, LIMITED, MIXED, READY, UPLOADING } from './states.js';

interface Args {
  readonly items: readonly UploadItem[];
  readonly state?: Partial<UploaderState>;
  readonly shape: 'button' | 'page';
}

/** The box behind one button, for an editor's toolbar; or nothing until something is dropped on the page. */
const meta = {
  title: '0 Box/Shapes',
  args: { items: [], shape: 'button' },
  render: ({ items, state, shape }) => (
    <UploaderProvider uploader={fakeUploader(items, state)}>
      <UploaderButton shape={shape}>
        <UploaderBox />
      </UploaderButton>
    </UploaderProvider>
  ),
  parameters: { docs: { story: { inline: false, height: '620px' } } },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;
const says =
  (name: string | RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name, expanded: true })).toBeVisible();
  };

export const ButtonEmpty: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Upload photos', expanded: false })).toBeVisible();
  },
};
export const ButtonReady: Story = { args: { items: READY }, play: says('8 files ready') };
export const ButtonUploading: Story = { args: { items: UPLOADING }, play: says(/^\d+%$/) };
export const ButtonLimited: Story = {
  args: { items: LIMITED, state: { pause: { reason: 'rateLimit', untilMs: inOneMinute, error: ERRORS.flood } } },
  play: says(/^Continues in \d/),
};
export const ButtonComplete: Story = { args: { items: COMPLETE }, play: says(/ uploaded$/) };
export const ButtonMixed: Story = { args: { items: MIXED }, play: says(/ failed$/) };
export const Page: Story = { args: { items: READY, shape: 'page' }, play: says('8 files ready') };
export const PageDragging: Story = {
  args: { shape: 'page' },
  play: async ({ canvas }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a'], 'a.png'));
    // A drag that says nothing for a while is over, so it says it again and again, as browsers do.
    await waitFor(async () => {
      document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
      await expect(canvas.getByText('Drop to add 1 file')).toBeVisible();
    });
  },
};
