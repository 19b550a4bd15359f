import { userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import type { HostLimits } from '../../api/contract.js';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { MEDIA_FORMATS } from '../../shared/mediaFormat.js';
import { Uploader } from './Uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

const limits = (canUploadUrls: boolean): HostLimits => ({
  formats: MEDIA_FORMATS,
  maxBytes: 1_000_000,
  options: [],
  categories: [],
  canUploadUrls,
  isModerated: false,
  refusesDuplicates: false,
  account: { kind: 'member', signUpUrl: null, signInUrl: null, guestExpiration: null },
});

async function setUp(canUploadUrls = true) {
  const client = { ...createScriptedClient(), identity: `urls ${canUploadUrls}`, limits: () => Promise.resolve(limits(canUploadUrls)) };
  const screen = await render(<Uploader client={client} />);
  await expect.element(screen.getByText('max 1 MB')).toBeVisible();
  return { client, screen };
}

function transferOf(data: Readonly<Record<string, string>>, ...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
  for (const file of files) transfer.items.add(file);
  return transfer;
}

const paste = (clipboardData: DataTransfer, on: Element = document.body): boolean =>
  on.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));

function drop(dataTransfer: DataTransfer, on: Element = document.body): boolean {
  on.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
  return on.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}

describe('links, where the host fetches them', () => {
  it('are shown when they are pasted, each once, and can be left out before they are added', async () => {
    const { screen } = await setUp();
    paste(
      transferOf({
        'text/plain':
          '[img]https://a.example/1.jpg[/img] https://a.example/1.jpg, <a href="https://a.example/2.jpg">x</a> ftp://a.example/3.jpg',
      }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Add from URL' });
    await expect.element(dialog.getByText('Repeated, added once')).toBeVisible();
    await expect.element(dialog.getByRole('listitem').getByText('ftp://a.example/3.jpg')).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove https://a.example/2.jpg' }).click();
    await dialog.getByRole('button', { name: 'Add 1 link' }).click();
    await expect.element(screen.getByRole('listitem', { name: '1.jpg' })).toBeVisible();
    await expect.element(screen.getByRole('listitem', { name: '2.jpg' })).not.toBeInTheDocument();
  });

  it('come by a picture that is dragged from another site: its own address, not that of the page it leads to', async () => {
    const { client, screen } = await setUp();
    const isFree = drop(
      transferOf({
        'text/uri-list': 'https://elsewhere.example/page',
        'text/html': '<a href="https://elsewhere.example/page"><img alt="" src="https://elsewhere.example/cat.jpg"></a>',
      }),
    );
    expect(isFree).toBe(false);
    await expect.element(screen.getByRole('listitem', { name: 'cat.jpg' })).toBeVisible();
    await screen.getByRole('button', { name: 'Upload 1 file' }).click();
    await expect.poll(() => client.calls[0]?.source).toEqual({ kind: 'url', url: 'https://elsewhere.example/cat.jpg' });
  });

  it('are found in copied HTML too, all of them', async () => {
    const { screen } = await setUp();
    paste(transferOf({ 'text/plain': 'two cats', 'text/html': '<img src="https://a.example/1.jpg"><img src="https://a.example/2.jpg">' }));
    await expect.element(screen.getByRole('button', { name: 'Add 2 links' })).toBeVisible();
  });

  it('give way to the file that comes with them', async () => {
    const { screen } = await setUp();
    paste(transferOf({ 'text/html': '<img src="https://elsewhere.example/cat.png">' }, new File([PNG], 'copied.png')));
    await expect.element(screen.getByRole('listitem', { name: 'copied.png' })).toBeVisible();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('are typed into the dialog, which Esc closes', async () => {
    const { screen } = await setUp();
    await screen.getByRole('button', { name: 'Add from URL' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Add from URL' });
    await dialog.getByRole('textbox', { name: 'Links' }).fill('https://a.example/sea.jpg');
    await expect.element(dialog.getByRole('button', { name: 'Add 1 link' })).toBeEnabled();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

describe('links, where the host does not fetch them', () => {
  it('are offered nowhere and left alone', async () => {
    const { screen } = await setUp(false);
    await expect.element(screen.getByRole('button', { name: 'Add from URL' })).not.toBeInTheDocument();
    paste(transferOf({ 'text/plain': 'https://a.example/1.jpg' }));
    drop(transferOf({ 'text/uri-list': 'https://a.example/1.jpg' }));
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('listitem')).not.toBeInTheDocument();
  });
});

describe('two boxes on a page', () => {
  it('share nothing: what falls on a box is its own, what falls beside both goes to the first', async () => {
    const client = createScriptedClient();
    const screen = await render(
      <>
        <Uploader client={client} />
        <Uploader client={client} />
      </>,
    );
    const [first, second] = screen.container.querySelectorAll('[data-part="uploader"]');
    const names = (box: Element | undefined) =>
      [...(box?.querySelectorAll('[data-part="tile"]') ?? [])].map((tile) => tile.getAttribute('aria-label'));
    drop(transferOf({}, new File([PNG], 'mine.png')), second);
    drop(transferOf({}, new File([PNG], 'beside.png')));
    await expect.poll(() => names(second)).toEqual(['mine.png']);
    await expect.poll(() => names(first)).toEqual(['beside.png']);
  });
});
