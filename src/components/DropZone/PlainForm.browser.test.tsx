import { StrictMode, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createScriptedClient } from '../../journey/testing/scriptedClient.js';
import { Uploader, type UploaderProps } from '../Uploader/Uploader.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

const Site = (props: Partial<UploaderProps>): ReactElement => (
  <StrictMode>
    <Uploader client={{ ...createScriptedClient(), formAction: '/gateway/upload' }} {...props} />
  </StrictMode>
);

function serve(app: ReactElement): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = renderToString(app);
  document.body.append(root);
  onTestFinished(() => root.remove());
  return root;
}

describe('PlainForm', () => {
  it('posts a file without any script, where it stands in no form', () => {
    const form = serve(<Site />).querySelector('form')!;
    expect([form.method, form.enctype, new URL(form.action).pathname]).toEqual(['post', 'multipart/form-data', '/gateway/upload']);
    expect(form.querySelector('input')).toMatchObject({ type: 'file', name: 'source', required: true });
    expect(form.querySelector('button')).toMatchObject({ type: 'submit' });
    expect(serve(<Site name="photos" />).querySelector('form')).toBeNull();
    expect(serve(<Site isInForm />).querySelector('form')).toBeNull();
  });

  it('goes when the script comes, and what was chosen in it is taken over, once', async () => {
    const root = serve(<Site />);
    const transfer = new DataTransfer();
    transfer.items.add(new File([PNG], 'early.png'));
    root.querySelector<HTMLInputElement>('form input')!.files = transfer.files;
    const onRecoverableError = vi.fn<(error: unknown) => void>();
    const app = hydrateRoot(root, <Site />, { onRecoverableError });
    onTestFinished(() => app.unmount());
    await expect.element(page.getByRole('listitem', { name: 'early.png' })).toBeVisible();
    expect(page.getByRole('listitem', { name: 'early.png' }).elements()).toHaveLength(1);
    expect(root.querySelector('form')).toBeNull();
    expect(onRecoverableError).not.toHaveBeenCalled();
  });
});
