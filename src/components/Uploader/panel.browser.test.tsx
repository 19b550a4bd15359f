import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import type { HostLimits } from '../../api/contract.js';
import { createScriptedClient, type ScriptedClient } from '../../journey/testing/scriptedClient.js';
import { choose, drag, setUpInForm, transferOf } from './testing/inForm.js';

const panelOf = (form: Element): HTMLElement => form.querySelector<HTMLElement>('[data-part="panel"]')!;

const LIMITS: HostLimits = {
  formats: ['png'],
  maxBytes: 1_000_000,
  options: [],
  categories: [],
  canUploadUrls: true,
  isModerated: false,
  refusesDuplicates: false,
  account: { kind: 'member', signUpUrl: null, signInUrl: null, guestExpiration: null },
};
const TAKES_LINKS = (): ScriptedClient => ({ ...createScriptedClient(), limits: () => Promise.resolve(LIMITS) });

describe('the shape button', () => {
  it('opens and closes its panel by a press and by Esc', async () => {
    const { screen } = await setUpInForm({ shape: 'button' });
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
    const { client, screen, form } = await setUpInForm({ shape: 'button', autoStart: true });
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

  it('opens its panel for each that comes, also when it was closed', async () => {
    const { form } = await setUpInForm({ shape: 'button' });
    const panel = panelOf(form);
    choose(form, 'a.png');
    await expect.poll(() => panel.matches(':popover-open')).toBe(true);
    panel.hidePopover();
    choose(form, 'b.png');
    await expect.poll(() => panel.matches(':popover-open')).toBe(true);
  });

  it('shows the dialog for pasted links also where the panel was closed', async () => {
    const { screen, form } = await setUpInForm({ shape: 'button' }, { client: TAKES_LINKS() });
    await expect.poll(() => form.querySelector('[data-part="urls"]')).not.toBeNull();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://host.example/a.png');
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    await expect.element(screen.getByRole('dialog', { name: 'Add from URL' })).toBeVisible();
    await screen.getByRole('button', { name: 'Add 1 link' }).click();
    await expect.element(screen.getByRole('listitem', { name: /a\.png/ })).toBeVisible();
  });
});

describe('the shape page', () => {
  it('shows where to drop while something is dragged over the page, and nothing when that is gone', async () => {
    const { screen, form } = await setUpInForm({ shape: 'page' });
    const panel = panelOf(form);
    drag('dragover', document.body, transferOf('a.png'));
    await expect.element(screen.getByText('Drop to add 1 file')).toBeVisible();
    document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true }));
    await expect.poll(() => panel.matches(':popover-open')).toBe(false);
  });

  it('stays open after a drop', async () => {
    const { screen, form } = await setUpInForm({ shape: 'page' });
    const panel = panelOf(form);
    const closed = vi.fn<() => void>();
    drag('dragover', document.body, transferOf('a.png'));
    await expect.poll(() => panel.matches(':popover-open')).toBe(true);
    panel.addEventListener('toggle', closed);
    drag('drop', document.body, transferOf('a.png'));
    await expect.element(screen.getByRole('listitem', { name: 'a.png' })).toBeVisible();
    expect(panel.matches(':popover-open')).toBe(true);
    expect(closed).not.toHaveBeenCalled();
  });
});
