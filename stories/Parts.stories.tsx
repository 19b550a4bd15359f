import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, within } from 'storybook/test';
import type { UploadItem } from '../src/core.js';
import { QueueFooter, QueueGrid, RejectionList, UploaderBox, UploaderProvider, useIntake, usePhase } from '../src/index.js';
import { fakeUploader } from './fixtures.js';
import { READY } from './states.js';

interface Args {
  readonly items: readonly UploadItem[];
}

function AddButton(): ReactElement {
  const { browse } = useIntake();
  return (
    <button type="button" data-look="button" data-part="browse" onClick={browse}>
      Add to the gallery
    </button>
  );
}

const Phase = (): ReactElement => <output>The gallery is {usePhase()}.</output>;

/** The box with parts of the app's own choice in it, and one that stands elsewhere on the page. */
const meta = {
  title: '0 Box/Parts',
  args: { items: [] },
  render: ({ items }) => (
    <UploaderProvider uploader={fakeUploader(items)}>
      <Phase />
      <UploaderBox>
        <div data-part="body">
          <AddButton />
          <RejectionList />
          <QueueGrid />
        </div>
        <QueueFooter />
      </UploaderBox>
    </UploaderProvider>
  ),
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;

export const OwnParts: Story = {
  args: { items: READY },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('The gallery is ready.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Add to the gallery' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Upload 8 files' })).toBeVisible();
    await expect(canvas.queryByRole('heading')).toBeNull();
  },
};

export const OwnPartsEmpty: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Add to the gallery' })).toBeVisible();
  },
};
