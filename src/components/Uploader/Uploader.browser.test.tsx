import type { ReactElement } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { UploadError } from '../../shared/UploadError.js';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import type { CompletionReport, UploadEvents } from '../../react/useUploadEvents.js';
import { UploaderProvider } from '../../react/UploaderProvider.js';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import { useIntake } from '../DropZone/IntakeContext.js';
import { QueueGrid } from '../QueueGrid/QueueGrid.js';
import { QueueFooter } from './QueueFooter.js';
import { choose, drag, png, setUpInForm, transferOf } from './testing/inForm.js';
import { UploaderBox } from './UploaderBox.js';

describe('events of Uploader', () => {
  it('tell the list, each stored file once, and how the batch ended', async () => {
    const onItemsChange = vi.fn<NonNullable<UploadEvents['onItemsChange']>>();
    const onItemUploaded = vi.fn<NonNullable<UploadEvents['onItemUploaded']>>();
    const onComplete = vi.fn<(report: CompletionReport) => void>();
    const { client, form } = await setUpInForm({ autoStart: true, onItemsChange, onItemUploaded, onComplete });
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

  it('tell nothing of a batch of which nothing is left, and of a cancelled one that it was', async () => {
    const onComplete = vi.fn<(report: CompletionReport) => void>();
    const { client, screen, form } = await setUpInForm({ name: 'photos', autoStart: true, onComplete });
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await screen.getByRole('button', { name: 'Reset the form' }).click();
    await expect.poll(() => client.openCount()).toBe(0);
    choose(form, 'b.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await screen.getByRole('button', { name: 'Cancel the rest' }).click();
    await expect.poll(() => onComplete.mock.calls.length).toBe(1);
    const [{ outcome, uploaded, failed, cancelled }] = onComplete.mock.calls[0]!;
    expect([outcome, uploaded, failed, cancelled.map(({ source }) => source.name)]).toEqual(['cancelled', [], [], ['b.png']]);
  });

  it('stop nothing by what the app throws, and do not hide it', async () => {
    const thrown: unknown[] = [];
    const note = (event: ErrorEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      thrown.push(event.error);
    };
    addEventListener('error', note, { capture: true });
    onTestFinished(() => removeEventListener('error', note, { capture: true }));
    const bug = new Error('a bug of the app');
    const onComplete = vi.fn<(report: CompletionReport) => void>();
    const onItemUploaded = (): never => {
      throw bug;
    };
    const { client, form } = await setUpInForm({ autoStart: true, onItemUploaded, onComplete });
    choose(form, 'a.png', 'b.png');
    await expect.poll(() => client.openCount()).toBe(2);
    await Promise.all(client.calls.map((call) => call.store()));
    await expect.poll(() => onComplete.mock.calls.length).toBe(1);
    expect(onComplete.mock.calls[0]![0].uploaded).toHaveLength(2);
    expect(thrown).toEqual([bug, bug]);
  });
});

describe('what an app says about its box', () => {
  const RST: EmbedTemplate = { id: 'rst', label: 'reStructuredText', format: 'text', image: '.. image:: {direct}', video: null };

  it('reaches it: codes of its own', async () => {
    const { client, screen, form } = await setUpInForm({ autoStart: true, embedTemplates: [RST] });
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await client.calls[0]!.store();
    await screen.getByText('Custom', { exact: true }).click();
    await expect.element(screen.getByLabelText('Custom, reStructuredText')).toHaveValue('.. image:: https://host.example/images/a.png');
  });

  it('reaches it: nothing that falls beside it', async () => {
    const { form } = await setUpInForm({ dropScope: 'box' });
    drag('drop', document.body, transferOf('a.png'));
    drag('drop', form.querySelector('[data-part="uploader"]')!, transferOf('a.png'));
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
