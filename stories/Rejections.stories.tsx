import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { Rejection, Uploader, UploadItem } from '../src/core.js';
import { RejectionList, UploaderProvider } from '../src/index.js';
import { fakeUploader, refusedItem, tooLargePicture } from './fixtures.js';

const MB = 1_000_000;

interface Args {
  readonly uploader: Uploader;
}

/** What was refused: the rule, the limit, and what helps. */
const meta = {
  title: '2 Validate/RejectionList',
  render: ({ uploader }) => (
    <UploaderProvider uploader={uploader}>
      <div data-part="uploader">
        <div data-part="body">
          <RejectionList />
        </div>
      </div>
    </UploaderProvider>
  ),
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;
const of = (...items: UploadItem[]): Args => ({ uploader: fakeUploader(items) });

const EVERY: readonly Rejection[] = [
  { code: 'validate.empty' },
  { code: 'validate.typeRefused', found: 'PDF', formats: ['jpeg', 'png'] },
  { code: 'validate.heic' },
  { code: 'validate.tooLarge', sizeBytes: 12 * MB, limitBytes: MB },
  { code: 'validate.tooSmall', sizeBytes: 40, limitBytes: 1_000 },
  { code: 'validate.tooManyPixels', widthPx: 9_000, heightPx: 6_000, maxWidthPx: 8_000, maxHeightPx: null },
  { code: 'validate.tooLong', durationSeconds: 95, limitSeconds: 60 },
  { code: 'validate.totalTooLarge', limitBytes: 500 * MB },
  { code: 'validate.tooMany', limitCount: 20 },
  { code: 'validate.urlRefused' },
  { code: 'validate.unreadable' },
  { code: 'validate.noAnswer' },
  { code: 'validate.duplicate', sameAs: 'dunes-at-noon.jpg', canKeep: true },
  { code: 'validate.custom', message: 'Only photos of this year, please.' },
];

export const EveryRule: Story = {
  args: of(...EVERY.map((rejection, at) => refusedItem(at, `file-${at + 1}.jpg`, rejection))),
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('14 files were not added')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 14' }));
    await expect(canvas.getAllByRole('listitem')).toHaveLength(EVERY.length);
    await expect(canvas.getByText('9000 × 6000. The limit is 8000 × ∞.')).toBeVisible();
    await expect(canvas.getByText('1:35 long. The limit is 1:00.')).toBeVisible();
    await expect(canvas.getByText('Only photos of this year, please.')).toBeVisible();
  },
};

export const CanBeMadeSmaller: Story = {
  args: of(tooLargePicture(1, 'beach.jpg'), tooLargePicture(2, 'dunes.jpg'), tooLargePicture(3, 'pier.jpg')),
  play: async ({ args, canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Make smaller: dunes.jpg' }));
    await expect(args.uploader.makeSmaller).toHaveBeenCalledWith(['item-2']);
    await userEvent.click(canvas.getByRole('button', { name: 'Make 3 pictures smaller' }));
    await expect(args.uploader.makeSmaller).toHaveBeenCalledWith(['item-1', 'item-2', 'item-3']);
  },
};

export const MakingSmaller: Story = {
  args: of(
    tooLargePicture(1, 'beach.jpg', { status: 'making' }),
    tooLargePicture(2, 'party.gif', { status: 'impossible', reason: 'animated' }),
    tooLargePicture(3, 'strange.jpg', { status: 'impossible', reason: 'undecodable' }),
    { ...tooLargePicture(4, 'film.mp4'), format: 'mp4' },
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/Making it smaller…/)).toBeVisible();
    await expect(canvas.getByText(/Animations cannot be made smaller here\.$/)).toBeVisible();
    await expect(canvas.getByText(/Videos cannot be made smaller here\.$/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /^Make/ })).toBeNull();
  },
};
