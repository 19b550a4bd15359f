import { userEvent } from 'vitest/browser';
import { useState, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { LocaleProvider } from '../../react/LocaleProvider.js';
import { WidthField } from './WidthField.js';

function Edited({ onSaid }: { readonly onSaid: (widthPx: number | undefined) => void }): ReactElement {
  const [widthPx, setWidthPx] = useState<number | undefined>(400);
  onSaid(widthPx);
  return (
    <LocaleProvider>
      <WidthField id="item-1" original={{ widthPx: 800, heightPx: 600 }} widthPx={widthPx} onChange={setWidthPx} />
    </LocaleProvider>
  );
}

it('leaves the width that was said when the next one does not fit', async () => {
  const onSaid = vi.fn<(widthPx: number | undefined) => void>();
  const screen = await render(<Edited onSaid={onSaid} />);
  const field = screen.getByRole('spinbutton');
  await field.fill('');
  expect(onSaid).toHaveBeenLastCalledWith(undefined);
  await field.click();
  await userEvent.keyboard('9999');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  expect(onSaid).toHaveBeenCalledWith(99);
  expect(onSaid).toHaveBeenLastCalledWith(400);
  await field.fill('500');
  await userEvent.keyboard('{Tab}');
  await expect.element(field).toHaveValue(500);
  await field.fill('5000');
  expect(onSaid).toHaveBeenLastCalledWith(500);
});
