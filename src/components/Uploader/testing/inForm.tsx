import { StrictMode } from 'react';
import { vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient, type ScriptedClient } from '../../../journey/testing/scriptedClient.js';
import { Uploader, type UploaderProps } from '../Uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
export const png = (name: string): File => new File([PNG], name);

export function transferOf(...names: string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(png(name));
  return transfer;
}

/** As a person does: by the file input of the box. */
export function choose(container: Element, ...names: string[]): void {
  const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = transferOf(...names).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** One event of a drag over, or a drop on, `target`. */
export const drag = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', target: Element, dataTransfer: DataTransfer): boolean =>
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));

export interface InForm {
  readonly client?: ScriptedClient;
  readonly onReset?: (event: { preventDefault(): void }) => void;
  readonly onChange?: () => void;
}

/** The box in a form of the app's, with buttons that send and reset it. */
export async function setUpInForm(
  props: Omit<UploaderProps, 'client'> = {},
  { client = createScriptedClient(), ...listeners }: InForm = {},
) {
  const onSubmit = vi.fn<(data: FormData) => void>();
  const screen = await render(
    <StrictMode>
      <form
        {...listeners}
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
  return { client, screen, form: screen.container.querySelector('form')!, onSubmit };
}
