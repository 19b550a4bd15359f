import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import type { HistoryState, UploadHistory } from '../src/core.js';
import { matchLocale, HistoryPanel, LocaleProvider, UploaderProvider, type Locale } from '../src/index.js';
import { fakeUploader, historyEntryOf } from './fixtures.js';

/** A history that stands still in the state that a story shows. */
const fakeHistory = (state: HistoryState): UploadHistory => ({
  getState: () => state,
  subscribe: () => () => {},
  turn: fn(),
  clear: fn(),
  record: () => () => {},
});

function Panel({ history, locale }: { readonly history: UploadHistory; readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={fakeUploader([])}>
      <LocaleProvider locale={locale}>
        <HistoryPanel history={history} />
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** The links of earlier uploads, for whoever turned that on. */
const meta = {
  title: '6 Result/HistoryPanel',
  render: (args, { globals }) => <Panel {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { history: fakeHistory({ status: 'open', isOn: false, entries: [] }) },
} satisfies Meta<{ history: UploadHistory }>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Off: Story = {
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('Earlier uploads'));
    await expect(canvas.getByRole('checkbox', { name: 'Keep the links of my uploads in this browser' })).not.toBeChecked();
  },
};

export const WithLinks: Story = {
  args: {
    history: fakeHistory({
      status: 'open',
      isOn: true,
      entries: [historyEntryOf('dunes'), historyEntryOf('coast'), historyEntryOf('surf')],
    }),
  },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('Earlier uploads (3)'));
    await expect(canvas.getAllByRole('link')).toHaveLength(3);
    await userEvent.click(canvas.getByRole('button', { name: 'Clear the list' }));
    await expect(args.history.clear).toHaveBeenCalledOnce();
    await expect(canvas.getByText('Earlier uploads (3)')).toHaveFocus();
  },
};

export const TwoThousand: Story = {
  args: {
    history: fakeHistory({
      status: 'open',
      isOn: true,
      entries: Array.from({ length: 2_000 }, (_, at) => ({ ...historyEntryOf('dunes'), id: `image-${at}` })),
    }),
  },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const links = canvasElement.getElementsByTagName('a');
    await userEvent.click(canvas.getByText('Earlier uploads (2,000)'));
    await expect(links).toHaveLength(50);
    await userEvent.click(canvas.getByText('Show all 2,000'));
    await expect(links).toHaveLength(2_000);
    await expect(links[49]).toHaveFocus();
  },
};

export const Nothing: Story = {
  args: { history: fakeHistory({ status: 'open', isOn: true, entries: [] }) },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('Earlier uploads'));
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** A browser that keeps nothing for this page is not asked to. */
export const Unavailable: Story = {
  args: { history: fakeHistory({ status: 'unavailable', isOn: false, entries: [] }) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByText(/Earlier uploads/)).toBeNull();
  },
};
