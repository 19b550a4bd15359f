import { userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { createUploader } from '../../journey/uploader.js';
import { UploaderProvider } from '../../react/UploaderProvider.js';
import { UploaderBox } from '../Uploader/UploaderBox.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

/** `names` are listed already, so each of them is refused until the person says otherwise. */
async function setUp(...names: string[]) {
  const uploader = createUploader({ client: createScriptedClient(), duplicates: 'ask' });
  await uploader.add(['first.png', ...names].map((name) => new File([PNG], name)));
  const screen = await render(
    <UploaderProvider uploader={uploader}>
      <UploaderBox />
    </UploaderProvider>,
  );
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.getAttribute('data-part');
  const focusOn = async (name: string): Promise<void> => {
    await expect.element(screen.getByRole('button', { name })).toBeVisible();
    (screen.getByRole('button', { name }).element() as HTMLElement).focus();
  };
  return { screen, focused, focusOn };
}

it('lists eight, and all when they are asked for', async () => {
  const { screen } = await setUp(...Array.from({ length: 1_200 }, (_, at) => `${at}.png`));
  await expect.element(screen.getByRole('button', { name: 'Add anyway: 7.png' })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Add anyway/ }).elements()).toHaveLength(8);
  await screen.getByRole('button', { name: 'Show all 1,200' }).click();
  await expect.poll(() => screen.container.querySelectorAll('[data-part="rejection"]').length).toBe(1_200);
});

describe('the focus', () => {
  it('goes to the next button when one goes away with its refusal, and to the headline after the last', async () => {
    const { focused, focusOn } = await setUp('a.png', 'b.png');
    await focusOn('Add anyway: a.png');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Add anyway: b.png');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('headline');
  });

  it('goes to the headline of the box when the refusals are dismissed', async () => {
    const { focused, focusOn } = await setUp('a.png');
    await focusOn('Dismiss');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('headline');
  });

  it('stays away once it has left', async () => {
    const { screen, focused, focusOn } = await setUp('a.png', 'b.png');
    await focusOn('Dismiss');
    (document.activeElement as HTMLElement).blur();
    screen
      .getByRole('button', { name: 'Add anyway: a.png' })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(screen.getByRole('button', { name: 'Add anyway: a.png' })).not.toBeInTheDocument();
    expect(focused()).toBeNull();
  });
});
