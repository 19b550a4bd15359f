import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import {
  createUploader,
  UploadError,
  type Album,
  type AlbumDraft,
  type AnyUploadError,
  type Filing,
  type HostLimits,
  type UploadClient,
  type Uploader,
} from '../src/core.js';
import { matchLocale, AlbumPrompt, LocaleProvider, UploaderProvider, type Locale } from '../src/index.js';
import { ERRORS, fakeUploader, imageOf, itemOf, LIMITS } from './fixtures.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const albumOf = (at: number, name: string): Album => ({
  id: `album-${at}`,
  name,
  url: `https://img.example/album/${at}`,
  privacy: 'public',
  imageCount: (at * 37) % 210,
  parentId: null,
});
const FEW = ['Lisbon, May', 'Family', 'Été à Paris', '里斯本', 'Work'].map((name, at) => albumOf(at, name));
const MANY = Array.from({ length: 2_345 }, (_, at) => albumOf(at, `Album ${at + 1}`));

interface HostScript {
  readonly albums?: readonly Album[];
  /** What the host answers first. */
  readonly failures?: readonly AnyUploadError[];
  readonly limits?: HostLimits;
  /** Cannot list. */
  readonly isUnlisted?: boolean;
  /** Makes albums when the story says so. */
  readonly isSlow?: boolean;
  /** Stores the third file when the story says so. */
  readonly holdsThird?: boolean;
}

/** A host that stores at once and keeps albums, with what it was told. */
function playHost(
  { albums = FEW, failures = [], limits = LIMITS, isUnlisted = false, isSlow = false, holdsThird = false }: HostScript,
  identity: string,
) {
  const kept = [...albums];
  const due = [...failures];
  const told: { draft?: AlbumDraft; albumId?: string; imageIds: readonly string[] }[] = [];
  let uploads = 0;
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const failIfDue = (): void => {
    const error = due.shift();
    if (error) throw error;
  };
  const client: UploadClient = {
    identity,
    resend: 'idempotent',
    async upload() {
      const id = `image-${++uploads}`;
      if (holdsThird && uploads === 3) await answered;
      return { ...imageOf('dunes'), id };
    },
    limits: () => Promise.resolve(limits),
    ...(!isUnlisted && { listAlbums: () => Promise.resolve([...kept]) }),
    async createAlbum(draft, imageIds) {
      told.push({ draft, imageIds });
      if (isSlow) await answered;
      failIfDue();
      const album = { ...albumOf(kept.length, draft.name), privacy: draft.privacy, imageCount: imageIds.length };
      kept.unshift(album);
      return album;
    },
    async moveToAlbum(albumId, imageIds) {
      told.push({ albumId, imageIds });
      failIfDue();
      return kept.find(({ id }) => id === albumId) ?? albumOf(0, albumId);
    },
  };
  return { client, told, uploadCount: () => uploads, answer };
}

const times = (count: number, filing: Filing): readonly Filing[] => Array.from({ length: count }, () => filing);

interface PromptArgs {
  readonly host?: HostScript;
  readonly fileCount?: number;
  /** Instead of a host: where files stand. */
  readonly filings?: readonly Filing[];
}

type Host = ReturnType<typeof playHost> & { readonly uploader?: Uploader };
const hosts = new Map<string, Host>();

/** Stores files as a person would, so that the prompt has something to file. */
function Prompt({ host = {}, fileCount = 3, filings, name, locale }: PromptArgs & { readonly name: string; readonly locale: Locale }) {
  const [uploader] = useState((): Uploader => {
    const played = playHost(host, `story ${name}`);
    hosts.set(name, played);
    if (!filings) {
      const uploader = createUploader({ client: played.client, autoStart: true });
      hosts.set(name, { ...played, uploader });
      return uploader;
    }
    const items = filings.map((filing, at) => itemOf(at, 'dunes', { status: 'uploaded', image: imageOf('dunes'), filing }));
    return { ...fakeUploader(items), client: played.client };
  });
  useEffect(() => {
    if (filings || uploader.getState().ids.length > 0) return;
    void uploader.add(Array.from({ length: fileCount }, (_, at) => new File([PNG, String(at)], `photo-${at}.png`)));
  }, [uploader, filings, fileCount]);
  return (
    <UploaderProvider uploader={uploader}>
      <LocaleProvider locale={locale}>
        <div data-part="uploader" data-phase="complete">
          <div data-part="body">
            <AlbumPrompt />
          </div>
        </div>
      </LocaleProvider>
    </UploaderProvider>
  );
}

/** Keeps together what was just uploaded. */
const meta = {
  title: '7 Album/AlbumPrompt',
  render: (args, { globals, name }) => <Prompt {...args} name={name} locale={matchLocale([String(globals['locale'])])} />,
  args: {},
  parameters: { docs: { story: { inline: false, iframeHeight: 860 } } },
} satisfies Meta<PromptArgs>;
export default meta;

type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = async ({ canvasElement, userEvent }: Play, words: string) => {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: words }));
  const dialog = await within(canvasElement).findByRole('dialog', { name: 'Add to an album' });
  await waitFor(() => expect(dialog).toBeVisible()); // it fades in
  return within(dialog);
};

export const JustUploaded: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Added to your uploads.')).toBeVisible();
    await expect(await canvas.findByText(/^You can/)).toHaveTextContent(
      'You can create a new album with the files just uploaded (or move them to an existing one).',
    );
  },
};

export const NewAlbum: Story = {
  play: async (play) => {
    const dialog = await open(play, 'create a new album');
    await play.userEvent.click(dialog.getByRole('button', { name: 'Create album' }));
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Give the album a name.');
    await play.userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Holidays');
    await play.userEvent.type(dialog.getByRole('textbox', { name: 'Description' }), 'In May');
    await expect(dialog.getAllByRole('radio', { name: /^(Public|Private|With the link|Password)$/ })).toHaveLength(4);
    await play.userEvent.click(dialog.getByRole('radio', { name: 'Password' }));
    await play.userEvent.click(dialog.getByRole('button', { name: 'Create album' }));
    const password = dialog.getByLabelText('Password', { selector: '[data-part=album-password]' });
    await expect(password).toHaveFocus();
    await expect(password).toHaveAttribute('type', 'password');
    await play.userEvent.click(dialog.getByRole('button', { name: 'Show password' }));
    await expect(password).toHaveAttribute('type', 'text');
    await play.userEvent.type(password, 'open sesame');
    await play.userEvent.selectOptions(await dialog.findByRole('combobox', { name: 'Inside the album' }), 'Family');
  },
};

export const MoreFinishMeanwhile: Story = {
  args: { host: { holdsThird: true } },
  play: async (play) => {
    const dialog = await open(play, 'create a new album');
    await expect(await dialog.findByText(/^2 files/)).toBeVisible();
    hosts.get('More Finish Meanwhile')?.answer();
    await expect(await dialog.findByText(/^3 files/)).toBeVisible();
  },
};

export const Created: Story = {
  play: async (play) => {
    const dialog = await open(play, 'create a new album');
    await play.userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Holidays{Enter}');
    const canvas = within(play.canvasElement);
    const line = await canvas.findByText((_, element) => element?.tagName === 'P' && element.textContent === 'Added to Holidays.');
    await expect(within(line).getByRole('link', { name: 'Holidays' })).toHaveAttribute('href', 'https://img.example/album/5');
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(play.canvasElement.querySelector('[data-part=album-prompt]')).toHaveFocus());
    await expect(hosts.get('Created')?.told).toEqual([
      { draft: { name: 'Holidays', description: '', privacy: 'public' }, imageIds: ['image-1', 'image-2', 'image-3'] },
    ]);
  },
};

export const RefusedInDialog: Story = {
  args: { host: { failures: [new UploadError('host.full', { hostMessage: '' })] } },
  play: async (play) => {
    const dialog = await open(play, 'create a new album');
    await play.userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Holidays{Enter}');
    await expect(await dialog.findByRole('alert')).toHaveTextContent(/^The files could not be added\./);
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Holidays');
    await play.userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    const canvas = within(play.canvasElement);
    await expect(canvas.getByText(/^3 files could not be added to Holidays\./)).toBeVisible();
    await play.userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(await canvas.findByRole('link', { name: 'Holidays' })).toBeVisible();
    await expect(hosts.get('Refused In Dialog')?.uploadCount()).toBe(3);
  },
};

export const ExistingAlbum: Story = {
  args: { host: { albums: MANY } },
  play: async (play) => {
    const dialog = await open(play, 'move them to an existing one');
    await waitFor(() => expect(dialog.getByText('100 of 2,345 albums. Search to see others.')).toBeVisible());
    await expect(dialog.getByRole('button', { name: 'Move' })).toHaveAttribute('aria-disabled', 'true');
    await play.userEvent.type(dialog.getByRole('searchbox', { name: 'Find an album' }), '2345');
    await expect(await dialog.findByText('1 album')).toBeVisible();
    await play.userEvent.click(dialog.getByRole('radio', { name: /^Album 2345/ }));
    await play.userEvent.click(dialog.getByRole('button', { name: 'Move' }));
    await expect(await within(play.canvasElement).findByRole('link', { name: 'Album 2345' })).toBeVisible();
    await expect(hosts.get('Existing Album')?.told).toEqual([{ albumId: 'album-2344', imageIds: ['image-1', 'image-2', 'image-3'] }]);
  },
};

export const Choosing: Story = {
  play: async (play) => {
    const dialog = await open(play, 'move them to an existing one');
    await waitFor(() => expect(dialog.getByText('5 albums')).toBeVisible());
    await play.userEvent.type(dialog.getByRole('searchbox', { name: 'Find an album' }), 'ete');
    await expect(dialog.getAllByRole('radio', { name: /Paris/ })).toHaveLength(1);
    await play.userEvent.clear(dialog.getByRole('searchbox', { name: 'Find an album' }));
    await play.userEvent.click(dialog.getByRole('radio', { name: /^Family/ }));
    await expect(dialog.getByRole('button', { name: 'Move' })).not.toHaveAttribute('aria-disabled');
    await play.userEvent.type(dialog.getByRole('searchbox', { name: 'Find an album' }), 'ete');
    await expect(dialog.getByRole('button', { name: 'Move' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** What is typed for the next album outlives the answer about the one before. */
export const NextAlbumMeanwhile: Story = {
  args: { host: { isSlow: true }, fileCount: 1 },
  play: async (play) => {
    const first = await open(play, 'create a new album');
    await play.userEvent.type(first.getByRole('textbox', { name: 'Name' }), 'First{Enter}');
    await play.userEvent.click(first.getByRole('button', { name: 'Cancel' }));
    const host = hosts.get('Next Album Meanwhile');
    await host?.uploader?.add([new File([PNG, 'next'], 'next.png')]);
    const second = await open(play, 'create a new album');
    await play.userEvent.type(second.getByRole('textbox', { name: 'Name' }), 'Second');
    const prompt = play.canvasElement.querySelector('[data-part=album-prompt]');
    await expect(prompt).toHaveAttribute('data-filing', 'filing');
    host?.answer();
    await waitFor(() => expect(prompt).toHaveAttribute('data-filing', 'none'));
    await expect(second.getByRole('textbox', { name: 'Name' })).toHaveValue('Second');
    await expect(play.canvasElement.querySelector('dialog')).toBeInTheDocument();
  },
};

export const PartlyFiled: Story = {
  args: {
    filings: [
      ...times(12, { status: 'filed', album: albumOf(1, 'Holidays') }),
      ...times(2, { status: 'failed', albumName: 'Holidays', error: ERRORS.busy }),
    ],
  },
  play: async ({ canvasElement }) => {
    const prompt = await within(canvasElement).findByRole('status');
    await expect(prompt).toHaveTextContent('12 files added to Holidays.');
    await expect(prompt).toHaveTextContent('2 files could not be added to Holidays.');
    await expect(within(canvasElement).getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

/** Sent with an album, so the host has filed it; its name comes from the list. */
export const FiledByHost: Story = {
  args: { filings: times(4, { status: 'byHost', albumId: 'album-1' }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('link', { name: 'Family' })).toBeVisible();
    await expect(canvas.queryByText(/You can/)).toBeNull();
  },
};

export const UnderWay: Story = {
  args: { filings: times(3, { status: 'filing', albumName: 'Holidays' }) },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Adding 3 files to Holidays…')).toBeVisible();
  },
};

export const Guest: Story = {
  args: {
    host: { limits: { ...LIMITS, account: { kind: 'guest', signUpUrl: null, signInUrl: null, guestExpiration: null } } },
    filings: [{ status: 'none' }],
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-part=album-prompt]')).toBeNull();
  },
};

/** The host cannot list albums: those made here are known. */
export const Unlisted: Story = {
  args: { host: { isUnlisted: true } },
  play: async (play) => {
    const dialog = await open(play, 'move them to an existing one');
    await waitFor(() => expect(dialog.getByText('0 albums')).toBeVisible());
    await play.userEvent.click(dialog.getByRole('radio', { name: 'New album' }));
    await play.userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Made here{Enter}');
    await expect(await within(play.canvasElement).findByRole('link', { name: 'Made here' })).toBeVisible();
  },
};

export const Chinese: Story = {
  globals: { locale: 'zh-CN' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('图片已经添加到 您的上传.')).toBeVisible();
    await expect(await within(canvasElement).findByRole('button', { name: '创建新的' })).toBeVisible();
  },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async (play) => {
    const dialog = await open(play, 'create a new album');
    await expect(dialog.getByRole('radio', { name: 'Public' })).toBeChecked();
  },
};
