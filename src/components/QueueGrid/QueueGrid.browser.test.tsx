import { userEvent } from 'vitest/browser';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { createUploader } from '../../journey/uploader.js';
import { UploaderProvider } from '../../react/UploaderProvider.js';
import '../../theme/tokens.css';
import '../../theme/dropline.css';
import { Announcer } from '../Announcer/Announcer.js';
import { VirtualTiles } from './lazyVirtualTiles.js';
import { QueueGrid } from './QueueGrid.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

/** Files `1.png` to `n.png` in a grid of four columns. */
async function setUp(count: number) {
  const uploader = createUploader({ client: createScriptedClient() });
  await uploader.add(Array.from({ length: count }, (_, at) => new File([PNG], `${at + 1}.png`)));
  const screen = await render(
    <StrictMode>
      <UploaderProvider uploader={uploader}>
        <div data-part="uploader" className="four-columns">
          <style>
            {'.four-columns { inline-size: 760px; } .four-columns [data-part=queue] { grid-template-columns: repeat(4, 160px); }'}
          </style>
          <QueueGrid onEdit={() => {}} />
          <Announcer />
        </div>
        <button>After</button>
      </UploaderProvider>
    </StrictMode>,
  );
  const tiles = () => [...screen.container.querySelectorAll('[data-part="tile"]')];
  const names = () => uploader.getState().ids.map((id) => uploader.getState().byId.get(id)!.source.name);
  const focused = () =>
    document.activeElement?.closest('[data-part="tile"]')?.getAttribute('aria-label') ?? document.activeElement?.tagName;
  const selected = () => tiles().flatMap((tile) => (tile.hasAttribute('data-selected') ? [tile.getAttribute('aria-label')] : []));
  await expect.poll(() => tiles().length).toBeGreaterThan(0);
  screen.container.querySelector<HTMLElement>('[data-part="edit"]')!.focus();
  return { uploader, screen, tiles, names, focused, selected };
}

const press = (keys: string): Promise<void> => userEvent.keyboard(keys);

describe('QueueGrid', () => {
  it('is led through by the arrow keys, and Tab leads out of it', async () => {
    const { focused, tiles } = await setUp(11);
    await press('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('6.png');
    await press('{End}');
    expect(focused()).toBe('11.png');
    await press('{Home}');
    expect(focused()).toBe('1.png');
    const tabbable = tiles().filter((tile) => tile.querySelector('button:not([tabindex="-1"]), input:not([tabindex="-1"])'));
    expect(tabbable.map((tile) => tile.getAttribute('aria-label'))).toEqual(['1.png']);
  });

  it('gives the focus to the neighbour of a tile that is removed, and to the last when that was the last', async () => {
    const { focused, names } = await setUp(4);
    await press('{ArrowRight}{Delete}');
    expect(names()).toEqual(['1.png', '3.png', '4.png']);
    await expect.poll(focused).toBe('3.png');
    await press('{End}{Delete}');
    await expect.poll(focused).toBe('3.png');
  });

  it('selects with Shift on the way, acts on all that are selected, and Esc selects nothing', async () => {
    const { screen, focused, names, selected } = await setUp(6);
    await press('{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(selected()).toEqual(['2.png', '3.png', '4.png']);
    await expect.element(screen.getByRole('group', { name: 'Selected files' }).getByText('3 selected')).toBeVisible();
    await press('{Escape}');
    expect(selected()).toEqual([]);
    await press('{Control>}a{/Control}');
    expect(selected()).toHaveLength(6);
    await press('{Escape}');
    await screen.getByRole('checkbox', { name: 'Select 2.png' }).click();
    await screen.getByRole('checkbox', { name: 'Select 5.png' }).click();
    await screen.getByRole('button', { name: 'Remove', exact: true }).click();
    expect(names()).toEqual(['1.png', '3.png', '4.png', '6.png']);
    await expect.poll(focused).toBe('6.png');
  });

  it('puts tiles in order by keys and says where they are', async () => {
    const { screen, focused, names } = await setUp(5);
    await press('{Alt>}{ArrowRight}{ArrowRight}{/Alt}');
    expect(names()).toEqual(['2.png', '3.png', '1.png', '4.png', '5.png']);
    expect(focused()).toBe('1.png');
    await expect.element(screen.getByRole('status').getByText('1.png: place 3 of 5')).toBeInTheDocument();
  });

  it('puts tiles in order without dragging for a single pointer', async () => {
    const { screen, names } = await setUp(3);
    await screen.getByRole('checkbox', { name: 'Select 3.png' }).click();
    await screen.getByRole('button', { name: 'Move earlier' }).click();
    expect(names()).toEqual(['1.png', '3.png', '2.png']);
  });

  it('puts tiles in order by dragging, all that are selected together', async () => {
    const { screen, tiles, names } = await setUp(6);
    await screen.getByRole('checkbox', { name: 'Select 1.png' }).click();
    await screen.getByRole('checkbox', { name: 'Select 2.png' }).click();
    const dataTransfer = new DataTransfer();
    const target = tiles()[4] as HTMLElement;
    const { right, top } = target.getBoundingClientRect();
    const drag = (type: string, on: Element) =>
      on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: right - 5, clientY: top + 5 }));
    drag('dragstart', tiles()[0]!);
    drag('dragover', target);
    await expect.element(target).toHaveAttribute('data-drop', 'after');
    drag('drop', target);
    drag('dragend', tiles()[0]!);
    expect(names()).toEqual(['3.png', '4.png', '5.png', '1.png', '2.png', '6.png']);
    await expect.poll(() => tiles().some((tile) => tile.hasAttribute('data-drop'))).toBe(false);
  });

  it('puts all that are selected further by keys, whichever of them has the focus', async () => {
    const { screen, focused, names } = await setUp(5);
    await press('{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(focused()).toBe('4.png');
    await press('{Alt>}{ArrowLeft}{/Alt}');
    expect(names()).toEqual(['2.png', '3.png', '4.png', '1.png', '5.png']);
    await expect.element(screen.getByRole('status').getByText('4.png: place 3 of 5')).toBeInTheDocument();
    await press('{Alt>}{ArrowRight}{ArrowRight}{/Alt}');
    expect(names()).toEqual(['1.png', '5.png', '2.png', '3.png', '4.png']);
  });

  it('leaves files to the box when the end of a tile’s drag was never heard of', async () => {
    const { tiles, names } = await setUp(3);
    const drag = (type: string, on: Element, dataTransfer: DataTransfer): boolean =>
      on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    drag('dragstart', tiles()[0]!, new DataTransfer());
    const files = new DataTransfer();
    files.items.add(new File([PNG], 'new.png'));
    expect([drag('dragover', tiles()[2]!, files), drag('drop', tiles()[2]!, files)]).toEqual([true, true]);
    expect(names()).toEqual(['1.png', '2.png', '3.png']);
  });

  it('draws the first of many once, however many come after them', async () => {
    await VirtualTiles.preload();
    const uploader = createUploader({ client: createScriptedClient() });
    const screen = await render(
      <UploaderProvider uploader={uploader}>
        <QueueGrid />
      </UploaderProvider>,
    );
    const added = uploader.add(Array.from({ length: 500 }, (_, at) => new File([PNG], `${at + 1}.png`)));
    const tile = () => screen.container.querySelector('[data-part="tile"]');
    await expect.poll(tile).not.toBeNull();
    const first = tile();
    await added;
    await expect.poll(() => tile()?.getAttribute('aria-setsize')).toBe('500');
    expect(tile()).toBe(first);
  });

  it('draws a few of ten thousand, says how many there are, and leads to the last by one key', async () => {
    const { screen, focused, tiles } = await setUp(10_000);
    await expect.poll(() => screen.container.querySelector('[data-virtual]')).not.toBeNull();
    await expect.poll(() => tiles().length).toBeLessThan(100);
    expect(tiles()[0]!.getAttribute('aria-setsize')).toBe('10000');
    expect(document.querySelectorAll('*').length).toBeLessThan(2_500);
    await press('{End}');
    await expect.poll(focused).toBe('10000.png');
    await press('{Home}');
    await expect.poll(focused).toBe('1.png');
    await press('{PageDown}{ArrowRight}');
    await expect.poll(() => focused()?.endsWith('.png')).toBe(true);
  });
});
