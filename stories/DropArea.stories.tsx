import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { DropOverlay } from '../src/components/DropZone/DropOverlay.js';
import { IntakeContext, type Intake } from '../src/components/DropZone/IntakeContext.js';
import type { UploadItem } from '../src/core.js';
import { DropArea, LocaleProvider, matchLocale, QueueGrid, UploaderProvider, type Locale } from '../src/index.js';
import { fakeUploader, LIMITS } from './fixtures.js';
import { READY } from './states.js';

interface Args {
  readonly intake: Partial<Intake>;
  readonly items: readonly UploadItem[];
  readonly checkingCount: number;
}

function Area({ intake, items, checkingCount, locale }: Args & { readonly locale: Locale }) {
  const ways: Intake = { browse: fn(), takeIn: fn(), openUrls: undefined, isDragging: false, draggedCount: null, ...intake };
  return (
    <UploaderProvider uploader={fakeUploader(items, { checkingCount }, { ...LIMITS, canUploadUrls: ways.openUrls !== undefined })}>
      <LocaleProvider locale={locale}>
        <section data-part="uploader" data-dragging={ways.isDragging || undefined} aria-label="Drop area">
          <IntakeContext.Provider value={ways}>
            <div data-part="body">{items.length > 0 ? <QueueGrid /> : <DropArea />}</div>
            {items.length > 0 && <DropOverlay />}
          </IntakeContext.Provider>
        </section>
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** The way in: the empty box, and what it says while something is dragged over it. */
const meta = {
  title: '1 Intake/DropArea',
  render: (args, { globals }) => <Area {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { intake: {}, items: [], checkingCount: 0 },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Idle: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('max 100 MB')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'browse your computer' })).toHaveAccessibleDescription(/max 100 MB/);
    await expect(canvas.queryByRole('button', { name: 'Add from URL' })).toBeNull();
  },
};

export const WithLinks: Story = {
  args: { intake: { openUrls: fn() } },
  play: async ({ canvasElement, userEvent, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Add from URL' }));
    await expect(args.intake.openUrls).toHaveBeenCalledOnce();
  },
};

const saysWhileDragging =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(words)).toBeVisible();
  };

export const DraggingThree: Story = {
  args: { intake: { isDragging: true, draggedCount: 3 } },
  play: saysWhileDragging('Drop to add 3 files'),
};

/** Browsers that do not tell how many. */
export const DraggingSome: Story = {
  args: { intake: { isDragging: true } },
  play: saysWhileDragging('Drop to add files'),
};

export const DraggingOverAQueue: Story = {
  args: { intake: { isDragging: true, draggedCount: 1 }, items: READY },
  play: saysWhileDragging('Drop to add 1 file'),
};

export const Checking: Story = {
  args: { checkingCount: 5_000 },
  play: saysWhileDragging('Checking 5,000 files …'),
};
