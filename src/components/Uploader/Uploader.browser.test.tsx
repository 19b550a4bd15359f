import { userEvent } from 'vitest/browser';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { UploadError } from '../../shared/UploadError.js';
import { createScriptedClient, type ScriptedClient } from '../../journey/testing/scriptedClient.js';
import type { CompletionReport, UploadEvents } from '../../react/useUploadEvents.js';
import { Uploader, type UploaderProps } from './Uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
const png = (name: string): File => new File([PNG], name);

/** As a person does: by the file input of the box. */
function choose(container: Element, ...names: string[]): void {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(png(name));
  const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function setUp(props: Omit<UploaderProps, 'client'> = {}) {
  const client: ScriptedClient = createScriptedClient();
  const onSubmit = vi.fn<(data: FormData) => void>();
  const screen = await render(
    <StrictMode>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        <Uploader client={client} {...props} />
        <button type="submit">Send the form</button>
        <button type="reset">Reset the form</button>
      </form>
    </StrictMode>,
  );
  const form = screen.container.querySelector('form')!;
  return { client, screen, form, onSubmit };
}

describe('Uploader in a form', () => {
  it('sends one address for each file under its name', async () => {
    const { client, screen, form, onSubmit } = await setUp({ name: 'photos', autoStart: true });
    choose(form, 'a.png', 'b.png');
    await expect.poll(() => client.openCount()).toBe(2);
    await Promise.all(client.calls.map((call) => call.store()));
    await expect.poll(() => form.checkValidity()).toBe(true);
    await screen.getByRole('button', { name: 'Send the form' }).click();
    expect(onSubmit.mock.calls[0]![0].getAll('photos')).toEqual(Array(2).fill('https://host.example/images/a.png'));
  });

  it('keeps the form from being sent while files are under way, and where one is required and none is there', async () => {
    const { client, screen, form, onSubmit } = await setUp({ name: 'photos', required: true, autoStart: true });
    expect(form.checkValidity()).toBe(false);
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await screen.getByRole('button', { name: 'Send the form' }).click();
    expect(onSubmit).not.toHaveBeenCalled();
    await client.calls[0]!.store();
    await expect.poll(() => form.checkValidity()).toBe(true);
  });

  it('is cleared with the form', async () => {
    const { client, screen, form } = await setUp({ name: 'photos', autoStart: true });
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await screen.getByRole('button', { name: 'Reset the form' }).click();
    await expect.poll(() => client.openCount()).toBe(0);
    expect(form.querySelector('[data-phase]')?.getAttribute('data-phase')).toBe('empty');
  });

  it('is no field without a name', async () => {
    const { form } = await setUp();
    expect(form.querySelector('[data-part="form-field"]')).toBeNull();
    expect(form.checkValidity()).toBe(true);
  });
});

describe('events of Uploader', () => {
  it('tell the list, each stored file once, and how the batch ended', async () => {
    const onItemsChange = vi.fn<NonNullable<UploadEvents['onItemsChange']>>();
    const onItemUploaded = vi.fn<NonNullable<UploadEvents['onItemUploaded']>>();
    const onComplete = vi.fn<(report: CompletionReport) => void>();
    const { client, form } = await setUp({ autoStart: true, onItemsChange, onItemUploaded, onComplete });
    choose(form, 'a.png', 'b.png');
    await expect.poll(() => client.openCount()).toBe(2);
    expect(onItemsChange.mock.lastCall![0].map(({ source }) => source.name)).toEqual(['a.png', 'b.png']);
    await client.calls[0]!.store();
    expect(onComplete).not.toHaveBeenCalled();
    await client.calls[1]!.fail(new UploadError('file.tooLarge', { limitBytes: 5 }));
    await expect.poll(() => onComplete.mock.calls.length).toBe(1);
    expect(onItemUploaded.mock.calls.map(([item]) => item.source.name)).toEqual(['a.png']);
    const [report] = onComplete.mock.calls[0]!;
    expect(report.outcome).toBe('mixed');
    expect(report.failed.map(({ source, error }) => [source.name, error.code])).toEqual([['b.png', 'file.tooLarge']]);
  });
});

describe('the shape button', () => {
  it('opens and closes its panel by a press and by Esc', async () => {
    const { screen } = await setUp({ shape: 'button' });
    const opener = screen.getByRole('button', { name: 'Upload photos' });
    await opener.click();
    await expect.element(screen.getByRole('dialog', { name: 'Upload files' })).toBeVisible();
    await opener.click();
    await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
    await opener.click();
    await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  });

  it('opens its panel when something is added, and Esc closes it without stopping anything', async () => {
    const { client, screen, form } = await setUp({ shape: 'button', autoStart: true });
    const opener = screen.getByRole('button', { name: 'Upload photos' });
    await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await expect.poll(() => form.querySelector('[data-part="panel"]')!.matches(':popover-open')).toBe(true);
    form.querySelector<HTMLElement>('[data-part="panel"]')!.hidePopover();
    await expect.element(form.querySelector<HTMLElement>('[data-part="open-panel"]')!).toHaveAttribute('aria-expanded', 'false');
    expect(client.openCount()).toBe(1);
    await client.calls[0]!.store();
    await expect.element(screen.getByRole('button', { name: '1 uploaded' })).toBeVisible();
  });
});
