import { userEvent } from 'vitest/browser';
import { StrictMode, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { UploadError } from '../../shared/UploadError.js';
import { createScriptedClient, type ScriptedClient } from '../../journey/testing/scriptedClient.js';
import type { CompletionReport, UploadEvents } from '../../react/useUploadEvents.js';
import { UploaderProvider } from '../../react/UploaderProvider.js';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import { useIntake } from '../DropZone/IntakeContext.js';
import { QueueGrid } from '../QueueGrid/QueueGrid.js';
import { QueueFooter } from './QueueFooter.js';
import { Uploader, type UploaderProps } from './Uploader.js';
import { UploaderBox } from './UploaderBox.js';

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

  it('adds nothing to the form but its field, and no key in its own fields sends the form', async () => {
    const { client, screen, form, onSubmit } = await setUp({ name: 'photos', autoStart: true });
    choose(form, 'a.png', 'b.png');
    await expect.poll(() => client.openCount()).toBe(2);
    await Promise.all(client.calls.map((call) => call.store()));
    await expect.element(screen.getByRole('button', { name: 'Copy all' })).toBeVisible();
    expect([...new Set(new FormData(form).keys())]).toEqual(['photos']);
    for (const field of form.querySelectorAll<HTMLElement>('[data-part=include], [data-part=choice]:enabled')) {
      field.focus();
      await userEvent.keyboard('{Enter}');
    }
    expect(form.querySelectorAll('[data-part=include]')).toHaveLength(2);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('takes nothing while the form has disabled it', async () => {
    const client = createScriptedClient();
    const screen = await render(
      <form>
        <fieldset disabled>
          <Uploader client={client} name="photos" required />
        </fieldset>
      </form>,
    );
    const form = screen.container.querySelector('form')!;
    expect(form.checkValidity()).toBe(true);
    const drop = (): void => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([PNG], 'd.png'));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        form.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
      }
    };
    drop();
    form.querySelector('fieldset')!.disabled = false;
    drop();
    await expect.element(screen.getByRole('listitem', { name: 'd.png' })).toBeVisible();
    expect(screen.getByRole('listitem', { name: 'd.png' }).elements()).toHaveLength(1);
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

describe('what an app says about its box', () => {
  const RST: EmbedTemplate = { id: 'rst', label: 'reStructuredText', format: 'text', image: '.. image:: {direct}', video: null };

  it('reaches it: codes of its own', async () => {
    const { client, screen, form } = await setUp({ autoStart: true, embedTemplates: [RST] });
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await client.calls[0]!.store();
    await screen.getByText('Custom', { exact: true }).click();
    await expect.element(screen.getByLabelText('Custom, reStructuredText')).toHaveValue('.. image:: https://host.example/images/a.png');
  });

  it('reaches it: nothing that falls beside it', async () => {
    const { form } = await setUp({ dropScope: 'box' });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(png('a.png'));
    const drop = (target: Element): boolean =>
      target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    drop(document.body);
    drop(form.querySelector('[data-part="uploader"]')!);
    await expect.poll(() => form.querySelectorAll('[data-part="tile"]').length).toBe(1);
  });
});

describe('a box of parts', () => {
  it('shows those alone that the app puts into it, takes what is dropped, and sends it', async () => {
    const client = createScriptedClient();
    const screen = await render(
      <UploaderProvider client={client}>
        <UploaderBox>
          <OwnButton />
          <QueueFooter />
        </UploaderBox>
        <QueueGrid />
      </UploaderProvider>,
    );
    expect(screen.container.querySelector('[data-part="drop-area"]')).toBeNull();
    await screen.getByRole('button', { name: 'Take mine' }).click();
    await expect.element(screen.getByRole('listitem', { name: 'mine.png' })).toBeVisible();
    await screen.getByRole('button', { name: 'Upload 1 file' }).click();
    await expect.poll(() => client.openCount()).toBe(1);
  });
});

function OwnButton(): ReactElement {
  const { takeIn } = useIntake();
  return <button onClick={() => takeIn([png('mine.png')])}>Take mine</button>;
}
