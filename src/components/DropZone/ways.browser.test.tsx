import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { Uploader } from '../Uploader/Uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

const added: Element[] = [];
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
});

/** Something of the app beside the box. */
function beside(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  added.push(element);
  return element.firstElementChild as HTMLElement;
}

function transferOf(data: Readonly<Record<string, string>>, ...names: string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
  for (const name of names) transfer.items.add(new File([PNG], name));
  return transfer;
}

const init = { bubbles: true, composed: true, cancelable: true };
/** @returns whether it was taken from the one it fell on */
const paste = (on: Element, clipboardData: DataTransfer): boolean =>
  !on.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData }));
const drag = (type: string, on: Element, dataTransfer: DataTransfer): boolean =>
  !on.dispatchEvent(new DragEvent(type, { ...init, dataTransfer }));

async function setUp(inside?: Element) {
  const screen = await render(<Uploader client={createScriptedClient()} />, inside ? { container: inside as HTMLElement } : {});
  const box = screen.container.querySelector('[data-part="uploader"]')!;
  const names = () => [...box.querySelectorAll('[data-part="tile"]')].map((tile) => tile.getAttribute('aria-label'));
  return { screen, box, names };
}

describe('a pasted file', () => {
  it('is taken when the focus is on a button or a box to tick, in the box or beside it', async () => {
    const { box, names } = await setUp();
    paste(box.querySelector('[data-part="browse"]')!, transferOf({}, '1.png'));
    await expect.poll(names).toEqual(['1.png']);
    paste(box.querySelector('[data-part="select"]')!, transferOf({}, '2.png'));
    await expect.poll(names).toEqual(['1.png', '2.png']);
    paste(beside('<input type="radio">'), transferOf({}, '3.png'));
    await expect.poll(names).toEqual(['1.png', '2.png', '3.png']);
  });

  it('is left to a field: of a web component, of a dialog of the box, of an editor', async () => {
    const { screen, box, names } = await setUp();
    const component = beside('<div></div>').attachShadow({ mode: 'open' });
    const field = component.appendChild(document.createElement('input'));
    expect(paste(field, transferOf({}, 'not.png'))).toBe(false);
    expect(paste(beside('<div contenteditable><b>x</b></div>').firstElementChild!, transferOf({}, 'not.png'))).toBe(false);
    paste(document.body, transferOf({}, '1.png'));
    await expect.poll(names).toEqual(['1.png']);
    box.querySelector<HTMLElement>('[data-part="edit"]')!.click();
    const title = screen.getByRole('textbox', { name: 'Title' });
    await expect.element(title).toBeVisible();
    expect(paste(title.element(), transferOf({ 'text/plain': 'cells of a table' }, 'table.png'))).toBe(false);
    expect(names()).toEqual(['1.png']);
  });

  it('is taken in a dialog of the app that the box stands in', async () => {
    const dialog = beside('<dialog open><p tabindex="-1">x</p><div></div></dialog>');
    const { names } = await setUp(dialog.querySelector('div')!);
    paste(dialog.querySelector('p')!, transferOf({}, '1.png'));
    await expect.poll(names).toEqual(['1.png']);
    paste(beside('<dialog open><p>x</p></dialog>').firstElementChild!, transferOf({}, 'not.png'));
    expect(names()).toEqual(['1.png']);
  });
});

describe('what is dragged over the app', () => {
  it('falls into its fields when it is text or a link, and nowhere else', async () => {
    await setUp();
    const field = beside('<textarea></textarea>');
    for (const data of [{ 'text/plain': 'words' }, { 'text/uri-list': 'https://a.example/' }]) {
      expect([drag('dragover', field, transferOf(data)), drag('drop', field, transferOf(data))]).toEqual([false, false]);
      expect([drag('dragover', document.body, transferOf(data)), drag('drop', document.body, transferOf(data))]).toEqual([true, true]);
    }
  });

  it('is left to a part of the app that takes it, and taken where a guard of the page only swallows it', async () => {
    const { box, names } = await setUp();
    const guard = (event: Event): void => event.preventDefault();
    const own = beside('<div></div>');
    for (const type of ['dragover', 'drop']) {
      own.addEventListener(type, guard);
      document.addEventListener(type, guard);
    }
    try {
      drag('dragover', document.body, transferOf({}, 'a.png'));
      await expect.poll(() => box.hasAttribute('data-dragging')).toBe(true);
      drag('dragover', own, transferOf({}, 'not.png'));
      await expect.poll(() => box.hasAttribute('data-dragging')).toBe(false);
      drag('drop', own, transferOf({}, 'not.png'));
      drag('drop', document.body, transferOf({}, 'a.png'));
      await expect.poll(names).toEqual(['a.png']);
    } finally {
      for (const type of ['dragover', 'drop']) document.removeEventListener(type, guard);
    }
  });
});
