import { useRef } from 'react';
import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';

const client = createGatewayClient({ baseUrl: '/gateway' });

export function PictureDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button onClick={() => dialog.current?.showModal()}>Add pictures</button>
      <dialog ref={dialog} aria-label="Pictures">
        <Uploader client={client} />
        <button onClick={() => dialog.current?.close()}>Done</button>
      </dialog>
    </>
  );
}
