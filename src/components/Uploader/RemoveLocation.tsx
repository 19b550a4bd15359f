'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { CheckField } from '../Field/CheckField.js';

/** Whether the place is taken out of photos before they are sent. Renders a `<label>`. */
export function RemoveLocation(): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const removesLocation = useUploaderState((state) => state.removesLocation);
  return (
    <CheckField kind="switch" part="remove-location" isChecked={removesLocation} onChange={uploader.setRemovesLocation}>
      {messages['queue.removesLocation']}
    </CheckField>
  );
}
