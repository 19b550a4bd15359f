import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import type { HostLimits } from '../../api/contract.js';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { MEDIA_FORMATS } from '../../shared/mediaFormat.js';
import styles from '../../theme/styles.css?inline';
import { Uploader } from './Uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
const LIMITS: HostLimits = {
  formats: MEDIA_FORMATS,
  maxBytes: 1_000_000,
  options: [],
  categories: [],
  canUploadUrls: true,
  isModerated: false,
  refusesDuplicates: false,
  account: { kind: 'member', signUpUrl: null, signInUrl: null, guestExpiration: null },
};

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A web component with a box in it, as apps make them. */
function mount(content: ReactElement, parent: Element = document.body): ShadowRoot {
  const host = parent.appendChild(document.createElement('div'));
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const root = createRoot(shadow);
  root.render(content);
  ends.push(() => {
    root.unmount();
    host.remove();
  });
  return shadow;
}

const box = () => <Uploader client={{ ...createScriptedClient(), limits: () => Promise.resolve(LIMITS) }} />;
const partOf = (shadow: ShadowRoot, name: string) => shadow.querySelector<HTMLElement>(`[data-part="${name}"]`);
async function part(shadow: ShadowRoot, name: string): Promise<HTMLElement> {
  await expect.poll(() => partOf(shadow, name)).not.toBeNull();
  return partOf(shadow, name) as HTMLElement;
}
const namesIn = (shadow: ShadowRoot) => [...shadow.querySelectorAll('[data-part="tile"]')].map((tile) => tile.getAttribute('aria-label'));

function transferOf(name: string): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(new File([PNG, name], name));
  return transfer;
}

const INIT = { bubbles: true, cancelable: true, composed: true } as const;
const paste = (on: Element, name: string) => on.dispatchEvent(new ClipboardEvent('paste', { ...INIT, clipboardData: transferOf(name) }));
const drop = (on: Element, name: string) => on.dispatchEvent(new DragEvent('drop', { ...INIT, dataTransfer: transferOf(name) }));

describe('a box in a web component', () => {
  it('takes what falls on it, also when it is not the first of the page', async () => {
    const [first, second] = [mount(box()), mount(box())];
    await part(first, 'browse');
    drop(await part(second, 'browse'), 'dropped.png');
    paste(await part(second, 'uploader'), 'pasted.png');
    drop(document.body, 'beside.png');
    await expect.poll(() => namesIn(second)).toEqual(['dropped.png', 'pasted.png']);
    await expect.poll(() => namesIn(first)).toEqual(['beside.png']);
  });

  it('takes what is pasted into the dialog of the app that it stands in', async () => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    ends.push(() => dialog.remove());
    dialog.showModal();
    const shadow = mount(box(), dialog);
    paste(await part(shadow, 'uploader'), 'pasted.png');
    await expect.poll(() => namesIn(shadow)).toEqual(['pasted.png']);
  });

  it('leaves alone what is dragged inside of it', async () => {
    const shadow = mount(box());
    drop(await part(shadow, 'uploader'), 'a.png');
    const tile = await part(shadow, 'tile');
    const over = new DragEvent('dragover', { ...INIT, dataTransfer: transferOf('b.png') });
    tile.addEventListener('dragover', (event) => event.preventDefault(), { once: true });
    tile.dispatchEvent(over);
    await expect.poll(() => partOf(shadow, 'uploader')?.dataset['dragging']).toBe('true');
  });

  it('has its tokens without any style of the page', async () => {
    const shadow = mount(box());
    expect(getComputedStyle(await part(shadow, 'uploader')).getPropertyValue('--dl-space-4')).toBe('16px');
  });

  it('gives the focus back to what opened a dialog', async () => {
    const shadow = mount(box());
    const opener = await part(shadow, 'urls');
    await userEvent.click(opener);
    const dialog = await part(shadow, 'dialog');
    await expect.poll(() => dialog.contains(shadow.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => partOf(shadow, 'dialog')).toBeNull();
    await expect.poll(() => shadow.activeElement).toBe(opener);
  });

  it('hands the focus on to the headline when the focused button goes', async () => {
    const shadow = mount(box());
    drop(await part(shadow, 'uploader'), 'a.png');
    const clear = await part(shadow, 'clear');
    clear.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => partOf(shadow, 'uploader')?.dataset['phase']).toBe('empty');
    await expect.poll(() => (shadow.activeElement as HTMLElement | null)?.dataset['part']).toBe('browse');
  });
});
