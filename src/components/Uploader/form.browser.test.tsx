import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { choose, drag, setUpInForm, transferOf } from './testing/inForm.js';
import { Uploader } from './Uploader.js';

describe('Uploader in a form', () => {
  it('sends one address for each file under its name', async () => {
    const { client, screen, form, onSubmit } = await setUpInForm({ name: 'photos', autoStart: true });
    choose(form, 'a.png', 'b.png');
    await expect.poll(() => client.openCount()).toBe(2);
    await Promise.all(client.calls.map((call) => call.store()));
    await expect.poll(() => form.checkValidity()).toBe(true);
    await screen.getByRole('button', { name: 'Send the form' }).click();
    expect(onSubmit.mock.calls[0]![0].getAll('photos')).toEqual(Array(2).fill('https://host.example/images/a.png'));
  });

  it('keeps the form from being sent while files are under way, and where one is required and none is there', async () => {
    const { client, screen, form, onSubmit } = await setUpInForm({ name: 'photos', required: true, autoStart: true });
    expect(form.checkValidity()).toBe(false);
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await screen.getByRole('button', { name: 'Send the form' }).click();
    expect(onSubmit).not.toHaveBeenCalled();
    await client.calls[0]!.store();
    await expect.poll(() => form.checkValidity()).toBe(true);
  });

  it('adds nothing to the form but its field, and no key in its own fields sends the form', async () => {
    const { client, screen, form, onSubmit } = await setUpInForm({ name: 'photos', autoStart: true });
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
      for (const type of ['dragenter', 'dragover', 'drop'] as const) drag(type, form, transferOf('d.png'));
    };
    drop();
    form.querySelector('fieldset')!.disabled = false;
    drop();
    await expect.element(screen.getByRole('listitem', { name: 'd.png' })).toBeVisible();
    expect(screen.getByRole('listitem', { name: 'd.png' }).elements()).toHaveLength(1);
  });

  it('is cleared with the form', async () => {
    const { client, screen, form } = await setUpInForm({ name: 'photos', autoStart: true });
    choose(form, 'a.png');
    await expect.poll(() => client.openCount()).toBe(1);
    await screen.getByRole('button', { name: 'Reset the form' }).click();
    await expect.poll(() => client.openCount()).toBe(0);
    expect(form.querySelector('[data-phase]')?.getAttribute('data-phase')).toBe('empty');
  });

  it('keeps what it has when the app prevents the reset', async () => {
    const heard = vi.fn<() => void>();
    const onReset = (event: { preventDefault(): void }): void => {
      event.preventDefault();
      heard();
    };
    const { client, screen, form } = await setUpInForm({ name: 'photos' }, { onReset });
    choose(form, 'a.png');
    await expect.element(screen.getByRole('listitem', { name: 'a.png' })).toBeVisible();
    await screen.getByRole('button', { name: 'Reset the form' }).click();
    expect(heard).toHaveBeenCalledOnce();
    // What the reset would have taken is still there to be sent.
    await screen.getByRole('button', { name: 'Upload 1 file' }).click();
    await expect.poll(() => client.openCount()).toBe(1);
  });

  it('keeps the form from being sent without the files that were chosen', async () => {
    const { screen, form, onSubmit } = await setUpInForm({ name: 'photos' });
    choose(form, 'a.png');
    await expect.element(screen.getByRole('listitem', { name: 'a.png' })).toBeVisible();
    await screen.getByRole('button', { name: 'Send the form' }).click();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(form.querySelector<HTMLInputElement>('[data-part="form-field"]')!.validationMessage).toContain('or remove them');
    await screen.getByRole('button', { name: 'Remove a.png' }).click();
    await expect.poll(() => form.checkValidity()).toBe(true);
  });

  it('changes nothing that the form would hear of', async () => {
    const onChange = vi.fn<() => void>();
    const { screen, form } = await setUpInForm({ name: 'photos' }, { onChange });
    choose(form, 'a.png');
    await expect.element(screen.getByRole('listitem', { name: 'a.png' })).toBeVisible();
    await screen.getByRole('checkbox', { name: 'Select a.png' }).click();
    await expect.element(screen.getByRole('checkbox', { name: 'Select a.png' })).toBeChecked();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is no field without a name', async () => {
    const { form } = await setUpInForm();
    expect(form.querySelector('[data-part="form-field"]')).toBeNull();
    expect(form.checkValidity()).toBe(true);
  });
});
