import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, spyOn, waitFor, within } from 'storybook/test';
import { UploadError, type Album, type HostLimits, type UploadClient, type UploadOptions } from '../src/core.js';
import { Uploader } from '../src/index.js';
import { imageOf, LIMITS } from './fixtures.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const HOST: HostLimits = { ...LIMITS, maxBytes: 1_000_000 };

/** Stores at once, but a file called `broken` fails the first time; and keeps albums. */
function playHost(identity: string) {
  const sent: { readonly name: string; readonly options: UploadOptions }[] = [];
  const albums: Album[] = [];
  const client: UploadClient = {
    identity,
    resend: 'idempotent',
    limits: () => Promise.resolve(HOST),
    listAlbums: () => Promise.resolve([...albums]),
    createAlbum({ name, privacy }, imageIds) {
      const album = { id: 'new', name, url: 'https://img.example/album/new', privacy, imageCount: imageIds.length, parentId: null };
      albums.push(album);
      return Promise.resolve(album);
    },
    upload(source, options) {
      const name = source.kind === 'file' ? source.name : source.url;
      const isFirst = !sent.some((each) => each.name === name);
      sent.push({ name, options });
      if (name.startsWith('broken') && isFirst) return Promise.reject(new UploadError('host.broken', { status: 500, hostMessage: '' }));
      const stem = name.replace(/\.\w+$/, '');
      const title = options.title ?? stem;
      return Promise.resolve({ ...imageOf('pears'), id: stem, title, fileName: name, url: `https://img.example/images/${name}` });
    },
  };
  return { client, sent };
}

const hosts = new Map<string, ReturnType<typeof playHost>>();

function Box({ name }: { readonly name: string }) {
  const [{ client }] = useState(() => {
    const host = playHost(`journey ${name}`);
    hosts.set(name, host);
    return host;
  });
  return <Uploader client={client} />;
}

/** What a person does, from the first file to the last link, with a host that answers at once. */
const meta = {
  title: '0 Box/Journeys',
  render: (_, { name }) => <Box name={name} />,
  parameters: { docs: { story: { inline: false, iframeHeight: 860 } } },
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const canvasOf = ({ canvasElement }: Play) => within(canvasElement);
const png = (name: string, sizeBytes = 100): File => new File([PNG, name, new Uint8Array(sizeBytes)], name);

/** As the browser tells it, so that the box reads what it would read of a real one. */
async function drop(play: Play, ...files: File[]): Promise<void> {
  const box = await canvasOf(play).findByRole('region', { name: 'Upload files' });
  if (box.dataset['phase'] === 'empty') await canvasOf(play).findByText('max 1 MB');
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop'])
    box.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

const sees = async (play: Play, headline: string): Promise<void> =>
  expect(await canvasOf(play).findByRole('heading', { level: 2, name: headline })).toBeVisible();

const press = async (play: Play, name: string): Promise<void> => play.userEvent.click(await canvasOf(play).findByRole('button', { name }));

async function dropTwo(play: Play): Promise<void> {
  await drop(play, png('pears.png'), png('figs.png'));
  await sees(play, '2 files ready');
  await expect(await canvasOf(play).findByRole('listitem', { name: 'pears.png' })).toBeVisible();
  await expect(canvasOf(play).getByRole('listitem', { name: 'figs.png' })).toBeVisible();
}

async function refuse(play: Play): Promise<void> {
  await drop(play, png('huge.png', 2_000_000), new File(['words'], 'notes.txt'), new File([], 'nothing.png'), png('plums.png'));
  const canvas = canvasOf(play);
  const title = { selector: '[data-part=notice-title]' };
  await expect(await canvas.findByText('3 files were not added', title)).toBeVisible();
  await expect(canvas.getByText('2 MB. The limit is 1 MB.')).toBeVisible();
  await expect(canvas.getByText('This file is empty.')).toBeVisible();
  await expect(await canvas.findByRole('listitem', { name: 'plums.png' })).toBeVisible();
  await press(play, 'Dismiss');
  await waitFor(() => expect(canvas.queryByText('3 files were not added', title)).toBeNull());
}

async function edit(play: Play): Promise<void> {
  await press(play, 'Edit pears.png · No preview');
  const dialog = within(await canvasOf(play).findByRole('dialog', { name: /pears\.png/ }));
  await play.userEvent.type(await dialog.findByRole('textbox', { name: 'Title' }), 'Two [[pears] & "figs"');
  await play.userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(canvasOf(play).getByRole('button', { name: 'Edit pears.png · No preview' })).toHaveFocus());
  await expect(canvasOf(play).getByText('Customized')).toBeInTheDocument();
}

async function failAndRetry(play: Play): Promise<void> {
  const canvas = canvasOf(play);
  await drop(play, png('broken.png'));
  await canvas.findByRole('listitem', { name: 'broken.png' });
  await play.userEvent.click(canvas.getByRole('button', { name: /^Upload \d+ files?$/ }));
  await play.userEvent.click(await canvas.findByRole('button', { name: 'Retry 1 file' }));
  await sees(play, 'Upload complete');
  await waitFor(() => expect(canvas.queryByText(/could not be uploaded/)).toBeNull());
}

async function makeAlbum(play: Play): Promise<void> {
  const canvas = canvasOf(play);
  await press(play, 'create a new album');
  const dialog = within(await canvas.findByRole('dialog', { name: 'Add to an album' }));
  await play.userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Still lifes{Enter}');
  await expect(await canvas.findByRole('link', { name: 'Still lifes' })).toHaveAttribute('href', 'https://img.example/album/new');
}

async function copyMarkdown(play: Play): Promise<string> {
  const canvas = canvasOf(play);
  const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await play.userEvent.click(await canvas.findByRole('radio', { name: 'Markdown' }));
  await press(play, 'Copy all');
  await expect(await canvas.findByText('Copied')).toBeVisible();
  return String(write.mock.lastCall?.[0]);
}

export const Drop: Story = { play: dropTwo };

export const Refuse: Story = { play: refuse };

export const Edit: Story = {
  play: async (play) => {
    await dropTwo(play);
    await edit(play);
  },
};

export const FailAndRetry: Story = { play: failAndRetry };

export const MakeAlbum: Story = {
  play: async (play) => {
    await dropTwo(play);
    await press(play, 'Upload 2 files');
    await sees(play, 'Upload complete');
    await makeAlbum(play);
  },
};

export const Embed: Story = {
  play: async (play) => {
    await dropTwo(play);
    await press(play, 'Upload 2 files');
    await expect((await copyMarkdown(play)).split('\n')).toHaveLength(2);
  },
};

/** All of it, as it comes. */
export const Whole: Story = {
  play: async (play) => {
    await dropTwo(play);
    await refuse(play);
    await edit(play);
    await failAndRetry(play);
    await makeAlbum(play);
    const codes = await copyMarkdown(play);
    await expect(codes).toContain('![Two &#91;pears&#93; & "figs"](https://img.example/images/pears.png)');
    await expect(hosts.get('Whole')?.sent.map(({ name }) => name)).toEqual([
      'pears.png',
      'figs.png',
      'plums.png',
      'broken.png',
      'broken.png',
    ]);
  },
};
