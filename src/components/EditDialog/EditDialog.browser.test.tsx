import { StrictMode, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ItemId } from '../../journey/item.js';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { createUploader, type Uploader } from '../../journey/uploader.js';
import { UploaderProvider } from '../../react/UploaderProvider.js';
import { EditDialog } from './EditDialog.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const fileOf = (name: string): File => new File([PNG, name], name);

function App({ uploader, id }: { readonly uploader: Uploader; readonly id: ItemId }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <StrictMode>
      <UploaderProvider uploader={uploader}>
        <button onClick={() => setOpen(true)}>Edit</button>
        {isOpen && <EditDialog id={id} onClose={() => setOpen(false)} />}
      </UploaderProvider>
    </StrictMode>
  );
}

async function setUp(names: readonly string[] = ['a.png', 'b.png', 'c.png'], at = 0) {
  const client = createScriptedClient();
  const uploader = createUploader({ client });
  const ids = await uploader.add(names.map(fileOf));
  const screen = await render(<App uploader={uploader} id={ids[at]!} />);
  await screen.getByRole('button', { name: 'Edit' }).click();
  const heading = screen.getByRole('dialog').getByRole('heading');
  await expect.element(heading).toHaveTextContent(names[at]!);
  const optionsOf = (index: number) => uploader.getState().byId.get(ids[index]!)?.options;
  return { client, uploader, ids, screen, heading, optionsOf, title: screen.getByRole('textbox', { name: 'Title' }) };
}

const press = (keys: string): Promise<void> => userEvent.keyboard(keys);
const NEXT = '{Alt>}{ArrowRight}{/Alt}';
const PREVIOUS = '{Alt>}{ArrowLeft}{/Alt}';

beforeEach(() => localStorage.clear());

describe('EditDialog', () => {
  it('keeps what was typed and the place of the cursor from file to file', async () => {
    const { title, heading, optionsOf } = await setUp();
    await title.click();
    await press(`first${NEXT}`);
    await expect.element(heading).toHaveTextContent('b.png');
    await expect.element(title).toHaveValue('');
    await expect.element(title).toHaveFocus();
    await press(`second${PREVIOUS}`);
    await expect.element(heading).toHaveTextContent('a.png');
    await expect.element(title).toHaveValue('first');
    expect([optionsOf(0), optionsOf(1), optionsOf(2)]).toEqual([{ title: 'first' }, { title: 'second' }, {}]);
  });

  it('stays at the first and at the last file', async () => {
    const { heading, title } = await setUp(['a.png', 'b.png']);
    await title.click();
    await press(PREVIOUS);
    await expect.element(heading).toHaveTextContent('a.png');
    await press(NEXT + NEXT);
    await expect.element(heading).toHaveTextContent('b.png');
  });

  it('steps by Page Up and Page Down where nothing is typed', async () => {
    const { screen, heading, title } = await setUp();
    await title.click();
    await press('{PageDown}');
    await expect.element(heading).toHaveTextContent('a.png');
    await screen.getByRole('switch', { name: 'Not safe for work' }).click();
    await press('{PageDown}{PageDown}{PageUp}');
    await expect.element(heading).toHaveTextContent('b.png');
  });

  it('leads past files that were sent', async () => {
    const { screen, uploader, client, heading, title } = await setUp();
    uploader.start();
    await expect.poll(() => client.calls.length).toBe(3);
    await client.calls[1]!.store();
    for (const [at, id] of uploader.getState().ids.entries()) if (at !== 1) uploader.cancel(id);
    await expect.element(screen.getByText('1 of 2')).toBeVisible();
    await title.click();
    await press(NEXT);
    await expect.element(heading).toHaveTextContent('c.png');
  });

  it('loses nothing when it is closed by Escape, a half typed tag included', async () => {
    const { screen, optionsOf } = await setUp();
    await screen.getByRole('combobox', { name: 'Tags' }).click();
    await press('sea,lak');
    await press('{Escape}');
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(optionsOf(0)).toEqual({ tags: ['sea', 'lak'] });
    await expect.element(screen.getByRole('button', { name: 'Edit' })).toHaveFocus();
  });

  it('adds a half typed tag to its own file when the next one comes', async () => {
    const { screen, optionsOf } = await setUp();
    const tags = screen.getByRole('combobox', { name: 'Tags' });
    await tags.click();
    await press(`lake${NEXT}`);
    await expect.element(tags).toHaveValue('');
    await expect.element(tags).toHaveFocus();
    expect([optionsOf(0), optionsOf(1)]).toEqual([{ tags: ['lake'] }, {}]);
  });

  it('suggests the tags of the other files, then those of earlier visits', async () => {
    localStorage.setItem('dropline-tags', '["winter"]');
    const { screen } = await setUp();
    await screen.getByRole('combobox', { name: 'Tags' }).click();
    await press(`sea${NEXT}x{Backspace}`);
    await screen.getByRole('textbox', { name: 'Title' }).click();
    await screen.getByRole('combobox', { name: 'Tags' }).click();
    const list = screen.getByRole('dialog').element().querySelector('datalist');
    expect([...(list?.options ?? [])].map(({ value }) => value)).toEqual(['sea', 'winter']);
    expect(JSON.parse(localStorage.getItem('dropline-tags') ?? '')).toEqual(['sea', 'winter']);
  });

  it('keeps working where the browser keeps no tags', async () => {
    localStorage.setItem('dropline-tags', '{"not": "a list"}');
    const { screen, optionsOf } = await setUp();
    await screen.getByRole('combobox', { name: 'Tags' }).click();
    await press('sea,');
    expect(optionsOf(0)).toEqual({ tags: ['sea'] });
  });

  it('removes a tag by its button and goes on in the field', async () => {
    const { screen, optionsOf } = await setUp();
    const tags = screen.getByRole('combobox', { name: 'Tags' });
    await tags.click();
    await press('sea,lake,');
    await screen.getByRole('button', { name: 'Remove tag sea' }).click();
    await expect.element(tags).toHaveFocus();
    expect(optionsOf(0)).toEqual({ tags: ['lake'] });
  });

  it('sends what was said about a file over what holds for all', async () => {
    const { screen, uploader, client } = await setUp(['a.png', 'b.png']);
    uploader.setBatchOptions({ expiration: 'P1D', isNsfw: true });
    const expiration = screen.getByRole('combobox', { name: 'Auto-delete after' });
    await expect.element(expiration).toHaveDisplayValue('1 day');
    await expiration.selectOptions('Never');
    await screen.getByRole('switch', { name: 'Not safe for work' }).click();
    uploader.start();
    await expect.poll(() => client.calls.length).toBe(2);
    expect(client.calls.map(({ options }) => options)).toEqual([
      { expiration: '', isNsfw: false },
      { expiration: 'P1D', isNsfw: true },
    ]);
  });

  it('takes back all that was changed since it came to the file', async () => {
    const { screen, uploader, ids, optionsOf, title } = await setUp();
    uploader.update(ids[1]!, { title: 'before' });
    await title.click();
    await press(`${NEXT}{End}, after`);
    expect(optionsOf(1)).toEqual({ title: 'before, after' });
    await screen.getByRole('button', { name: 'Undo changes' }).click();
    await expect.element(title).toHaveValue('before');
    expect(optionsOf(1)).toEqual({ title: 'before' });
  });

  it('takes back what was applied to all, except where something was said since', async () => {
    const { screen, uploader, ids, optionsOf } = await setUp();
    await screen.getByRole('combobox', { name: 'Auto-delete after' }).selectOptions('1 week');
    await screen.getByText('Apply to all files').click();
    await screen.getByRole('button', { name: 'Apply to 2 other files' }).click();
    await expect.element(screen.getByText('Applied to 2 files.')).toBeVisible();
    uploader.update(ids[2]!, { expiration: 'P1W', title: 'c' });
    await screen.getByRole('button', { name: 'Undo', exact: true }).click();
    expect([optionsOf(1), optionsOf(2)]).toEqual([{}, { expiration: 'P1W', title: 'c' }]);
  });

  it('closes when its file is removed', async () => {
    const { screen, uploader, ids } = await setUp();
    uploader.remove(ids[0]!);
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('lets go of the picture it showed', async () => {
    const { screen, heading } = await setUp(['a.png', 'b.png']);
    const made = new Set<string>();
    const observer = new MutationObserver(() => {
      for (const { src } of document.querySelectorAll<HTMLImageElement>('[data-part=edit-picture]')) made.add(src);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    await screen.getByRole('button', { name: 'Next file' }).click();
    await expect.element(heading).toHaveTextContent('b.png');
    await press('{Escape}');
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    observer.disconnect();
    expect(made.size).toBeGreaterThan(0);
    for (const url of made) await expect(fetch(url)).rejects.toThrow('Failed to fetch');
  });
});
