import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, spyOn, waitFor, within } from 'storybook/test';
import type { EmbedTemplate, UploadItem } from '../src/core.js';
import { matchLocale, EmbedCodes, LocaleProvider, UploaderProvider, type Insertion, type Locale } from '../src/index.js';
import { fakeUploader, imageOf, itemOf, stand } from './fixtures.js';
import { COMPLETE } from './states.js';

interface CodesArgs {
  readonly items: readonly UploadItem[];
  readonly templates?: readonly EmbedTemplate[];
  readonly insertion?: Insertion;
}

function Codes({ items, templates, insertion, locale }: CodesArgs & { readonly locale: Locale }) {
  return (
    <UploaderProvider uploader={fakeUploader(items)}>
      <LocaleProvider locale={locale}>
        <div data-part="uploader">
          <div data-part="body">
            <EmbedCodes outcome="success" {...(templates && { templates })} insertion={insertion} />
          </div>
        </div>
      </LocaleProvider>
    </UploaderProvider>
  );
}

const PICTURE = itemOf(0, 'dunes', stand.uploaded(imageOf('dunes')));
const SMALL = itemOf(1, 'bloom', stand.uploaded(imageOf('bloom', { mediumUrl: null })));
const VIDEO = itemOf(2, 'surf', stand.uploaded(imageOf('surf', { frameUrl: 'https://img.example/images/2026/05/14/surf.fr.jpeg' })));
const UNREVIEWED = itemOf(
  3,
  'tram',
  stand.uploaded(imageOf('tram', { isApproved: false, url: null, thumbUrl: null, mediumUrl: null, deleteUrl: null })),
);

/** The links and codes of what was stored, in every format, for one file or all. */
const meta = {
  title: '6 Result/EmbedCodes',
  render: (args, { globals }) => <Codes {...args} locale={matchLocale([String(globals['locale'])])} />,
  args: { items: [PICTURE] },
} satisfies Meta<CodesArgs>;
export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

/** The text with all codes of the chosen kind. */
const allCodes = async (canvas: Canvas): Promise<string> => ((await canvas.findByRole('textbox')) as HTMLTextAreaElement).value;

export const Picture: Story = {
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('radio', { name: 'Viewer' })).toBeChecked();
    await expect(canvas.getByRole('radio', { name: 'Frame' })).toBeDisabled();
    await userEvent.click(canvas.getByRole('radio', { name: 'Markdown' }));
    await userEvent.click(canvas.getByRole('radio', { name: 'Medium, linked' }));
    await expect(await allCodes(canvas)).toBe(
      '[![dunes-at-noon](https://img.example/images/2026/05/14/dunes-at-noon.md.jpg)](https://img.example/image/dunes-at-noon.dunes)',
    );
    await userEvent.click(canvas.getByRole('radio', { name: 'BBCode' }));
    await expect(canvas.getByRole('radio', { name: 'Full' })).toBeChecked();
    await userEvent.click(canvas.getByRole('radio', { name: 'Markdown' }));
    await expect(canvas.getByRole('radio', { name: 'Medium, linked' })).toBeChecked();
  },
};

export const DeleteLink: Story = {
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Delete' }));
    await expect(canvas.getByText(/^Whoever opens one of these addresses deletes the file/)).toBeVisible();
    await expect(await allCodes(canvas)).toMatch(/delete/);
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};

export const Video: Story = {
  args: { items: [VIDEO] },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('radio', { name: 'Frame' })).toBeEnabled();
    await userEvent.click(canvas.getByRole('radio', { name: 'HTML' }));
    await expect(await allCodes(canvas)).toMatch(/^<video src=".*surf\.mp4" title="surf" poster=".*surf\.fr\.jpeg" controls><\/video>$/);
  },
};

export const SizeMissing: Story = {
  args: { items: [SMALL] },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'HTML' }));
    await expect(canvas.getByRole('radio', { name: 'Medium, linked' })).toBeDisabled();
    await expect(canvas.getByRole('radio', { name: 'Thumbnail, linked' })).toBeEnabled();
  },
};

export const Moderated: Story = {
  args: { items: [UNREVIEWED] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('radio', { name: 'Viewer' })).toBeEnabled();
    for (const name of ['HTML', 'Markdown', 'BBCode', 'Direct', 'Thumbnail', 'Medium', 'Delete']) {
      await expect(canvas.getByRole('radio', { name })).toBeDisabled();
    }
  },
};

export const Mixed: Story = {
  args: { items: [PICTURE, SMALL, VIDEO, UNREVIEWED] },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Direct' }));
    await expect(canvas.getByText('1 file does not have this.')).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Include surf.mp4' }));
    await expect((await allCodes(canvas)).split('\n')).toEqual([
      'https://img.example/images/2026/05/14/dunes-at-noon.jpg',
      'https://img.example/images/2026/05/14/first-bloom.avif',
    ]);
  },
};

export const CopiesAll: Story = {
  args: { items: COMPLETE },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy all' }));
    await expect(write).toHaveBeenLastCalledWith(await allCodes(canvas));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Copied'));
    const said = canvas.getByText('Copied');
    await userEvent.click(canvas.getByRole('button', { name: 'Copy link of surf.mp4' }));
    await expect(write).toHaveBeenLastCalledWith('https://img.example/image/surf.surf');
    // Words that stay as they are would not be announced again.
    await waitFor(() => expect(said).not.toBeInTheDocument());
    await expect(canvas.getByRole('status')).toHaveTextContent('Copied');
    await userEvent.click(canvas.getByRole('radio', { name: 'HTML' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('');
  },
};

/** As the standalone page when another site's editor opened it. */
function Inserting(args: CodesArgs & { readonly locale: Locale }) {
  const [status, setStatus] = useState<Insertion['status']>('idle');
  const onInsert: Insertion['onInsert'] = (codes) => {
    args.insertion?.onInsert(codes);
    setStatus('inserted');
  };
  return <Codes {...args} insertion={{ status, format: 'markdown', onInsert }} />;
}

export const Insert: Story = {
  args: { items: [PICTURE, VIDEO], insertion: { status: 'idle', onInsert: fn() } },
  render: (args, { globals }) => <Inserting {...args} locale={matchLocale([String(globals['locale'])])} />,
  play: async ({ args, canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const button = await canvas.findByRole('button', { name: 'Insert' });
    await expect(canvas.getByRole('radio', { name: 'Markdown' })).toBeChecked();
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Include surf.mp4' }));
    await userEvent.click(button);
    const { image } = PICTURE as Extract<UploadItem, { status: 'uploaded' }>;
    const file = { name: 'dunes-at-noon.jpg', code: await allCodes(canvas), image };
    await expect(args.insertion?.onInsert).toHaveBeenLastCalledWith({ format: 'markdown', files: [file] });
    await expect(canvas.getByText('Inserted')).toHaveRole('status');
    await expect(button).toHaveFocus();
    await userEvent.click(button);
    await expect(args.insertion?.onInsert).toHaveBeenCalledOnce();
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  },
};

export const InsertFailed: Story = {
  args: { items: [PICTURE], insertion: { status: 'failed', onInsert: fn() } },
  play: async ({ args, canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('The codes could not be inserted. Copy them instead.')).toHaveRole('status');
    await userEvent.click(canvas.getByRole('button', { name: 'Insert' }));
    await expect(args.insertion?.onInsert).toHaveBeenCalledOnce();
  },
};

export const DeleteLinksAreNotInserted: Story = {
  args: { items: [PICTURE], insertion: { status: 'idle', onInsert: fn() } },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Delete' }));
    await expect(canvas.queryByRole('button', { name: 'Insert' })).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Copy all' })).toBeVisible();
  },
};

export const WithoutClipboard: Story = {
  args: { items: COMPLETE },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy all' }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/The text is selected: press Ctrl\+C/));
    const area = canvas.getByRole('textbox') as HTMLTextAreaElement;
    await expect(area).toHaveFocus();
    await expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value);
    await userEvent.click(canvas.getByRole('button', { name: 'Copy link of surf.mp4' }));
    await waitFor(() => expect(getSelection()?.toString()).toBe('https://img.example/image/surf.surf'));
  },
};

export const FourHundred: Story = {
  args: {
    items: Array.from({ length: 400 }, (_, at) =>
      itemOf(at, 'dunes', stand.uploaded(imageOf('dunes', { viewerUrl: `https://img.example/image/${at}` }))),
    ),
  },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect((await allCodes(canvas)).split('\n')).toHaveLength(400);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(50);
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 400' }));
    await expect(canvas.getAllByRole('listitem')).toHaveLength(400);
    await expect(canvasElement.querySelectorAll('[data-part=copy]')[49]).toHaveFocus();
  },
};

export const HostileTitles: Story = {
  args: {
    items: ['</a><script>alert(1)</script>', '"><img src=x>', '](https://evil.example) [b](c)', '[/img][url=https://evil.example]'].map(
      (title, at) => itemOf(at, 'dunes', stand.uploaded(imageOf('dunes', { title }))),
    ),
  },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'HTML' }));
    await expect(await allCodes(canvas)).not.toMatch(/<script|<img src=x/);
    await userEvent.click(canvas.getByRole('radio', { name: 'Markdown' }));
    await expect(await allCodes(canvas)).not.toContain('](https://evil');
    await userEvent.click(canvas.getByRole('radio', { name: 'BBCode' }));
    await expect(await allCodes(canvas)).not.toContain('evil');
  },
};

export const CustomTemplates: Story = {
  args: {
    items: [PICTURE, VIDEO],
    templates: [
      { id: 'wiki', label: 'Wiki', format: 'text', image: '[[File:{fileName}|thumb|{title}]]', video: '[[Media:{fileName}]]' },
      { id: 'cms', label: 'Shortcode', format: 'html', image: '[photo src="{medium}" alt="{title}"]', video: null },
    ],
  },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Custom' }));
    await expect((await allCodes(canvas)).split('\n')).toEqual(['[[File:dunes-at-noon.jpg|thumb|dunes-at-noon]]', '[[Media:surf.mp4]]']);
    await userEvent.click(canvas.getByRole('radio', { name: 'Shortcode' }));
    await expect(canvas.getByText('1 file does not have this.')).toBeVisible();
  },
};

export const Dark: Story = {
  args: { items: COMPLETE },
  globals: { theme: 'dark' },
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await within(canvasElement).findByRole('radio', { name: 'Markdown' }));
    await expect(await allCodes(within(canvasElement))).toMatch(/^!\[/);
  },
};
